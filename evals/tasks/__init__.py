"""The evals as Inspect AI tasks: `inspect eval evals/tasks/tailoring.py -T solver=offline`."""
