"""Turns values into what is to be shown: runs to paint, rows to list, a card of details.

Plain functions over `reader.domain`; knows no Qt and makes no sentences. Start at `highlights.py`.
"""
