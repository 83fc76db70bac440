"""What a build leaves on disk: generations, and in each of them the articles as they were read."""
