quick-add-word-positive = green
quick-add-word-decision = yellow
quick-add-word-friction = red
