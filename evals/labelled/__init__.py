"""Labelled resumes: which entries a reader must find, with their title, employer and dates."""
