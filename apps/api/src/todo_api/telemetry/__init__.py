"""What operators are told: request ids, logs and metrics, none of which has anything in it that users wrote."""
