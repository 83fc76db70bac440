"""The desk answers the questions of the screens; it has the only threads and subprocesses of the room."""
