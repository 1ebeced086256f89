"""What is known of entities beforehand: weapon systems, countries, cities, organisations.

Reads data files from `resources/knowledge`; imports only the domain. Start at `catalogue.py`.
"""
