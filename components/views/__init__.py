"""What the browser shows; with app.py the only importers of streamlit."""
