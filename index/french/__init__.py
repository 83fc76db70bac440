"""What is known of French, without any corpus."""
