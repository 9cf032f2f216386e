"""Dates and numbers as a French paper prints them; read by Django's own localisation."""

TIME_FORMAT = r"G\hi"
DATE_FORMAT = "j F Y"
DATETIME_FORMAT = r"j F Y à G\hi"
SHORT_DATE_FORMAT = "d/m/Y"
SHORT_DATETIME_FORMAT = r"d/m/Y G\hi"
MONTH_DAY_FORMAT = "j F"
FIRST_DAY_OF_WEEK = 1
THOUSAND_SEPARATOR = "\u202f"
