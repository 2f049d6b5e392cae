"""Everything that talks to a language model, and everything that guards what is said to it."""
