"""What the app can do, without a screen: analyse, keep, note down, export.

Imports everything but `presentation` and `ui`. Start at `analysis.py` and `library.py`.
"""
