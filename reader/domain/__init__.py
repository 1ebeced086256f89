"""The words of the trade as frozen values.

Imports the standard library alone, and everything else imports it. Begin with `articles.py`,
then `annotations.py`. Positions are code points into `Article.text`, half-open.
"""
