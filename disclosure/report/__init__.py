"""Reports and problems become text for people and data for machines."""
