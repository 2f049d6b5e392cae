"""What the page shows and what its buttons do, without Gradio: `app.py` only lays it out."""
