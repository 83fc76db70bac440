"""What the screens ask, and who answers: the only threads and subprocesses of the room."""
