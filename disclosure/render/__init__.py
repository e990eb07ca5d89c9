"""Sheets become pages for a channel."""
