"""Analysis -> figures: each chart is described once and drawn by more than one renderer."""
