quick-add-word-positive = зелёный
quick-add-word-decision = жёлтый
quick-add-word-friction = красный
