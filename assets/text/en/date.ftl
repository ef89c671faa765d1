# $day (Number) - of the month
# $month (Number) - of the year
date-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
# $month (Number) - of the year
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
# $month (String) - its name
# $year (String) - in figures
date-month-of = { $month } { $year }
# $number (Number) - 1 for Monday to 7 for Sunday
date-weekday-short = { $number ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[7] Su
}
# $number (Number) - 1 for Monday to 7 for Sunday
date-weekday = { $number ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
# $weekday (String) - its name
# $day (String) - such as 4 Dec 2026
date-said = { $weekday }, { $day }
date-today = Today
date-tomorrow = Tomorrow
date-yesterday = Yesterday
date-none = No date
# One letter each: what may stand behind a number for days, weeks and months.
date-units = dwm
date-hint = 4 Dec, +2w…
date-wrong = This is no date. Try “4 Dec”, “tomorrow” or “+2w”.
# $name (String) - name of the field
date-calendar = Calendar: { $name }
date-month-before = Month before
date-month-after = Month after
