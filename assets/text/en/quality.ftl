quality-heading = Six qualities
quality-simple = Simple
quality-appropriate = Appropriate
quality-relevant = Relevant
quality-meaningful = Meaningful
quality-appealing = Appealing
quality-personal = Personal
quality-simple-about = Easy to understand and to use.
quality-appropriate-about = Fits the channel and the people it is for.
quality-relevant-about = What the customer expects at this point.
quality-meaningful-about = Of real, useful value.
quality-appealing-about = Gives what the customers care about and want.
quality-personal-about = Fitted to each customer’s needs.
# $score (Number) - from 1 to 5
quality-score = { $score } of 5
quality-not-rated = not rated
# $whole (Number) - before the decimal point
# $tenths (Number) - after it
quality-decimal = { $whole }.{ $tenths }
# $mean (String) - such as 3.7
quality-mean = Mean { $mean }
# $mean (String) - such as 3.7
quality-mean-inside = qualities { $mean } of 5
# $quality (String) - name of a quality
quality-note-open = Note on “{ $quality }”
quality-note-hint = Why so? What was seen?
# $values (String) - each quality with its value
quality-radar = Radar of the six qualities: { $values }
# $quality (String) - name of a quality
# $value (String) - its value
quality-value = { $quality } { $value }
quality-weakest = Weakest
action-toggle-mean = Mean of the qualities on cards
