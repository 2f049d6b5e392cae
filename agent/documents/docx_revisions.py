"""Writes changes as Word's own tracked changes, and resolves them again."""
