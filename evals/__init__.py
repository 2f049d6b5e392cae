"""Evals: cases, solvers, scorers and gates that can't be fooled. Not part of the wheel."""
