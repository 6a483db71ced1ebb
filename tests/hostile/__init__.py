"""Files made by code: good ones of every kind (made.py), and broken and hostile ones with what each must give (pack.py)."""
