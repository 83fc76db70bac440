"""The files that a build leaves on disk: generations, each with the articles as they were read."""
