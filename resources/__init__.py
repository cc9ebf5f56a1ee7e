"""Data only: charts, services, words, icons, the sample council."""
