namespace Builder.Tests.Intake;

/// <summary>What a table as people bring it must be read as.</summary>
/// <param name="File">The file in tests/golden/intake.</param>
/// <param name="Columns">Every column with its type, between " · ". A star is behind the one that is proposed to be predicted, two where somebody has chosen it.</param>
/// <param name="Cells">Some cells: column, row from 1, and what it says; nothing for a gap.</param>
/// <param name="Told">What is told on the Data page: kind(column): buttons, between " | ". All that was left out, changed or guessed while reading and all that spoils a model stands here; other notes may.</param>
internal sealed record IntakeTable(string File, string Columns, string Cells, params string[] Told)
{
    /// <summary>Whether a model can be proposed as it is.</summary>
    public bool CanBeLearned { get; init; } = true;

    /// <summary>The file, where it is made for the test and lies in no folder.</summary>
    public byte[]? Content { get; init; }

    /// <summary>Tells apart the lines of one file.</summary>
    public string Key => Columns.Contains("**", StringComparison.Ordinal) ? $"{File}, target chosen" : File;
}

/// <summary>Every table in tests/golden/intake, one a line; see its README for what the folders are.</summary>
internal static class IntakeTables
{
    private const string StrangeCell = "That means “no value” | Leave the row out | Make it a category";

    private static readonly string s_questions = string.Join(" · ", Enumerable.Range(1, 40).Select(i => $"q{i} number"));
    private static readonly string s_long = new('N', 150);

    public static IReadOnlyList<IntakeTable> All { get; } =
    [
        new("E-groups/patients.csv", "customer_id category · height number · visit number · score number · relapse category*", "customer_id 1 = C000 · height 360 = 152.32", "left-out(customer_id): Use it all the same", "kept-together(customer_id): Draw single rows instead"),
        new("R01-thousands/comma.csv", "area number · rooms number · price number*", "price 1 = 21522 · price 40 = 27768 · area 1 = 216.8", "thousands(price): Read it as 21.522", "few-rows:"),
        new("R01-thousands/german.csv", "flaeche number · zimmer number · preis number*", "flaeche 1 = 216.8 · preis 1 = 21522.51 · preis 40 = 27768.32", "thousands(preis):", "few-rows:"),
        new("R01-thousands/price-is-input.csv", "price number* · rooms number · sold category", "price 1 = 41566 · price 200 = 44491", "thousands(price): Read it as 41.566"),
        new("R02-currency/dollar.csv", "size number · fee number · sold category*", "fee 1 = 18771 · fee 200 = 17464", "thousands(fee): Read it as 18.771"),
        new("R02-currency/mixed.csv", "price number* · sold category", "price 1 = 210.61 · price 200 = 662.71", "mixed-units(price): Leave out “price”"),
        new("R02-currency/percent.csv", "discount number · margin number · sold category*", "discount 1 = 20 · margin 1 = 2.9 · margin 2 = -4.6"),
        new("R03-decimal-comma/train.csv", "Datum date · Temp number · Feuchte number · Druck number*", "Datum 1 = 2023-06-15 · Temp 1 = 26.4 · Druck 2 = 1026", "placeholder(Temp): That means “no value” | Leave the row out"),
        new("R04-long-numbers/orders.csv", "order id · amount number · returned category*", "order 1 = 500564585040607187 · order 2 = 500564585040607188 · amount 1 = 152", "left-out(order): Use it all the same"),
        new("R05-leading-zeros/zip.csv", "zip category · rooms number · price number*", "zip 1 = 07030 · zip 2 = 00501"),
        new("R06-dates/many.csv", "short_year date · us_ampm date · month_name date · mon_yy date · iso_hour date · time_only date · compact date · excel_serial number · unix number · us_words date · sold category*",
            "short_year 1 = 2022-06-02 · us_ampm 1 = 2022-06-02 15:00 · month_name 1 = 2022-06-02 · mon_yy 1 = 2022-06-01 · iso_hour 200 = 2022-03-26 19:00 · time_only 2 = 18:34 · compact 1 = 2022-06-02 · us_words 200 = 2022-03-26 · unix 1 = 1654182000",
            "not-in-time(short_year): Hold back the latest rows", "short-years(short_year):", "times-of-day(time_only): They say how long something took", "digit-dates(compact): Keep the numbers", "may-be-dates(excel_serial): Read them as dates", "may-be-dates(unix): Read them as dates"),
        new("R07-day-month/a-clear.csv", "visit date · n number · came category*", "visit 1 = 2018-11-08 · visit 120 = 2018-03-10"),
        new("R07-day-month/b-ambiguous.csv", "visit date · n number · came category*", "visit 2 = 2024-01-02 · visit 144 = 2024-12-12", "day-month(visit): Read it as 1 February 2024 | 2 January 2024 is right", "not-in-time(visit): Hold back the latest rows"),
        new("R08-encodings/a-1252-header.csv", "Größe number · Preis number · Verkauft category*", "Größe 1 = 121 · Verkauft 1 = nein", "encoding: Read it as Western European (Mac) | Read it as Central European (Windows-1250) | Read it as Turkish (Windows-1254)"),
        new("R08-encodings/c-1251.csv", "город category · цена number · продано category*", "город 1 = Казань · продано 1 = нет", "encoding: Read it as Cyrillic (KOI8-R) | Read it as Cyrillic (DOS, 866) | Read it as Cyrillic (Mac)"),
        new("R08-encodings/d-sjis.csv", "name category · price number · label category*", "name 1 = りんご · label 1 = 良い", "encoding: Read it as Japanese (EUC-JP) | Read it as Chinese, simplified (GB18030, GBK)"),
        new("R08-encodings/f-late-latin1.csv", "a number · b number · town category*", "town 1 = Lyon", "encoding: Read it as Western European (Mac) | Read it as Central European (Windows-1250) | Read it as Turkish (Windows-1254)", "imbalance(town): Let rare classes count more"),
        new("R08-encodings/g-euckr.csv", "도시 category · 가격 number · 결과 category*", "도시 1 = 서울 · 결과 1 = 좋음", "encoding: Read it as Western European (Windows-1252)"),
        new("R08-encodings/k-utf16.csv", "Größe number · Preis number · Verkauft category*", "Größe 1 = 79 · Verkauft 2 = ja"),
        new("R09-one-bad-cell/blank-quoted.csv", "price number* · rooms number · sold category", "price 1 = 952.49 · price 312 =", "unknown-target(price):"),
        new("R09-one-bad-cell/dash.csv", "price number* · rooms number · sold category", "price 1 = 200.45 · price 312 =", $"not-numbers(price): {StrangeCell}", "unknown-target(price):"),
        new("R09-one-bad-cell/dot.csv", "price number* · rooms number · sold category", "price 312 =", $"not-numbers(price): {StrangeCell}"),
        new("R09-one-bad-cell/hash-na.csv", "price number* · rooms number · sold category", "price 312 =", $"not-numbers(price): {StrangeCell}"),
        new("R09-one-bad-cell/inf.csv", "price number* · rooms number · sold category", "price 1 = 493.97 · price 312 =", $"not-numbers(price): {StrangeCell}"),
        new("R09-one-bad-cell/none.csv", "price number* · rooms number · sold category", "price 312 =", $"not-numbers(price): {StrangeCell}"),
        new("R09-one-bad-cell/star.csv", "price number* · rooms number · sold category", "price 312 = 12.5", $"marked-numbers(price): {StrangeCell}"),
        new("R09-one-bad-cell/tbd.csv", "price number* · rooms number · sold category", "price 312 =", $"not-numbers(price): {StrangeCell}"),
        new("R09-one-bad-cell/unknown.csv", "price number* · rooms number · sold category", "price 312 =", $"not-numbers(price): {StrangeCell}"),
        new("R10-yes-no/mixed.csv", "premium category · opt_in category · flag category · active category · who category*", "premium 1 = TRUE · opt_in 3 = YES · flag 3 = 1 · active 5 = · who 5 = human", "spellings(opt_in): Merge them", "many-gaps(active): Leave out “active”"),
        new("R10-yes-no/target-01-empty.csv", "age number · n number · churn category*", "churn 1 = 1 · churn 199 =", "unknown-target(churn):"),
        new("R11-empty-constant/blank-lines.csv", "a number · b number · y category*", "a 1 = 30 · y 1 = yes · a 2 = 64 · y 2 = no", "blank-lines:", "few-rows:"),
        new("R11-empty-constant/trailing.csv", "a number · b number · c number · y category* · column 5 number · column 6 number · column 7 number", "a 1 = 21 · b 1 = 1 · c 1 = · y 1 = no", "left-out: Use them all the same"),
        new("R12-value-names/alltext.csv", "name id · city category · sex category · color category*", "name 1 = N0 · color 1 = red", "left-out(name): Use it all the same", "few-rows:"),
        new("R12-value-names/months.csv", "item category · 2024-01 number · 2024-02 number · 2024-03 number*", "item 1 = tea · 2024-01 1 = 33", "few-rows:"),
        new("R12-value-names/sensors.csv", "sensor category · 1 number · 2 number · 3 number*", "sensor 1 = B · 1 1 = 0.878", "few-rows:"),
        new("R12-value-names/years.csv", "country id · 2019 number · 2020 number · 2021 number*", "country 1 = Land0 · 2019 1 = 229", "left-out(country): Use it all the same", "few-rows:"),
        new("R13-lines-above/comments.csv", "region category · units number · revenue number*", "revenue 1 = 309 · revenue 2 = 941", "lines-above: Read them", "few-rows:"),
        new("R13-lines-above/sep.csv", "region category · units number · revenue number*", "revenue 1 = 309 · revenue 2 = 941", "lines-above: Read it", "few-rows:"),
        new("R13-lines-above/title.csv", "region category · units number · revenue number*", "revenue 1 = 309 · revenue 2 = 941", "lines-above: Read it", "few-rows:"),
        new("R13-lines-above/total.csv", "region category · units number · revenue number*", "revenue 1 = 309 · region 61 = Total · units 61 = · revenue 61 = 31922", "total-row(region): Leave the row out", "few-rows:"),
        new("R14-ending/commas.txt", "a number · b number · y category*", "a 1 = 61 · y 1 = yes", "few-rows:"),
        new("R14-ending/really-xlsx.csv", "column 1 id · column 2 number*", "column 1 3 = 3 · column 2 3 = 6", "left-out(column 1): Use it all the same", "few-rows:") { CanBeLearned = false },
        new("R14-ending/table.csv.zip", "a number · b number · y category*", "a 1 = 95 · y 1 = no", "few-rows:"),
        new("R14-ending/tabs.csv", "a number · b number · y category*", "a 1 = 76 · y 1 = no", "few-rows:"),
        new("R14-ending/two-tables.zip", "a number · b number · y category*", "a 1 = 95 · y 1 = no", "sheet: Read “test.csv”", "few-rows:"),
        new("R14-ending/values.data", "a number · b number · y category*", "a 1 = 46 · y 1 = yes", "few-rows:"),
        new("R14-ending/weka.arff", "a number · b number · y category*", "a 1 = 8 · y 1 = no", "few-rows:"),
        new("R15-quotes/backslash.csv", "item category · n number · stock category*", "item 4 = 5\" screw · n 4 = 9 · stock 4 = in", "few-rows:"),
        new("R15-quotes/embedded.csv", "text text · label category*", "label 1 = bad · label 2 = good"),
        new("R15-quotes/inch.csv", "item category · n number · stock category*", "item 1 = 3\" nail · n 1 = 77 · item 4 = 10\" pipe", "few-rows:"),
        new("R15-quotes/inch-end.csv", "item category · n number · stock category*", "item 1 = pipe 10\" · n 1 = 77 · item 4 = nail 3\"", "few-rows:"),
        new("R15-quotes/unclosed.csv", "text text · label category*", "text 6001 = \"never closed · text 1 = note 0 is fine", "unclosed-quote: Read all quotes as ordinary characters"),
        new("R16-odd-names/names.csv", $"c[d] number · {{\"a\":1}} number · a:b number · 列 1 number · Größe (cm) number · {s_long} number · x number · x (2) number · x (3) number · 😀 number · =SUM(A1) number · <b> number · a.b number · a/b number · \"q\" number · lead number · y category*",
            "c[d] 1 = 2.16 · {\"a\":1} 1 = 0.31 · 列 1 1 = 0.33 · x (2) 1 = -1.08 · =SUM(A1) 1 = -1.03 · \"q\" 1 = -0.01 · lead 1 = 1.22 · y 1 = pos"),
        new("R16-odd-names/upper-predict-train.csv", "Age number · Income number · bought category*", "Age 1 = 38 · Income 1 = 3478", "gives-away(Age): Leave out “Age”"),
        new("R17-workbooks/book.xlsx", "column 1 id · column 2 number*", "column 1 3 = 3 · column 2 3 = 6", "left-out(column 1): Use it all the same", "few-rows:") { CanBeLearned = false },
        new("R18-category-or-text/bank.csv", "description text · amount number · category category*", "description 1 = EFTPOS 2056 COLES DARWIN · amount 1 = 41.2"),
        new("R18-category-or-text/cities.csv", "city category · rooms number · price number*", "city 1 = Althausen · price 1 = 388"),
        new("R18-category-or-text/cities.csv", "city category** · rooms number · price number", "city 1 = Althausen · price 1 = 388", "rare-classes(city): Leave these rows out"),
        new("R19-rare/five-rows-number.csv", "a number · b number · cost number*", "cost 1 = 13", "few-rows:"),
        new("R19-rare/five-rows.csv", "a number · b number · kind category*", "kind 1 = x", "few-rows:"),
        new("R19-rare/one-data-row.csv", "a number · b number · kind text", "a 1 = 1 · kind 1 = x", "left-out: Use them all the same", "constant(kind): Leave out “kind”", "no-target:", "too-few-rows:") { CanBeLearned = false },
        new("R19-rare/one-row.csv", "a number · b number · kind category*", "kind 1 = w · kind 100 = z", "rare-classes(kind): Leave these rows out"),
        new("R20-number-or-class/inf.csv", "len number · price number · amount number**", "amount 1 = · amount 2 = 3.5 · amount 199 =", "not-numbers(amount): That means “no value” | Leave the rows out | Make it a category", "unknown-target(amount):"),
        new("R20-number-or-class/likert.csv", "age number · agree category*", "agree 1 = 3 · agree 2 = 1 - strongly disagree"),
        new("R20-number-or-class/quoted.csv", "len number · price number · level number**", "level 1 = 1 · level 3 = 2", "classes-as-numbers(level): Treat as classes"),
        new("R20-number-or-class/stars.csv", "len number · price number · stars number**", "stars 1 = 2 · stars 2 = 5", "classes-as-numbers(stars): Treat as classes"),
        new("R21-leaks/cancel.csv", "age number · tickets number · churn category* · cancel_date date · refund number", "cancel_date 1 = 2023-05-23 · cancel_date 2 = · refund 2 =",
            "gaps-give-away(cancel_date): Leave out “cancel_date”", "gaps-give-away(refund): Leave out “refund”", "many-gaps(cancel_date): Leave out “cancel_date”", "many-gaps(refund): Leave out “refund”"),
        new("R21-leaks/copy.csv", "age number · churn category* · churn_label category", "churn 1 = 1 · churn_label 1 = left", "gives-away(churn_label): Leave out “churn_label”"),
        new("R21-leaks/dup-rows.csv", "a number · b number · c number · y category*", "a 1 = 1.307 · a 3 = 1.307 · a 4 = 0.087", "repeats: Use each row once | Keep copies in the same part"),
        new("R21-leaks/sorted-rownr-odd-name.csv", "record number · a number · b number · kind category*", "record 1 = 5000", "gives-away(record): Leave out “record”"),
        new("R21-leaks/sorted-rownr.csv", "nr id · a number · b number · kind category*", "nr 1 = 1", "left-out(nr): Use it all the same"),
        new("R22-series/clean.csv", "time date · wind number · load number*", "time 1 = 2023-10-20 · load 1 = 19.89"),
        new("R22-series/dup-stamp.csv", "time date · wind number · load number*", "time 1 = 2023-10-20 · load 401 = 14.91", "repeated-times(time): Keep only the first of each time"),
        new("R22-series/iso-months.csv", "month date · sales number*", "month 2 = 2010-02-01 · sales 2 = 111"),
        new("R22-series/newest-first.csv", "time date · wind number · load number*", "time 1 = 2023-11-05 15:00 · load 1 = 14.42"),
        new("R22-series/shuffled.csv", "time date · wind number · load number*", "time 1 = 2023-10-21 13:00"),
        new("R22-series/up-down.csv", "date date · price number · volume number · move category**", "date 300 = 2023-10-27 · move 1 = up", "not-in-time(date): Hold back the latest rows"),
        new("R22-series/year-only.csv", "year number · gdp number*", "year 1 = 1900 · gdp 120 = 459"),
        new("R23-irregular/business-days.csv", "date date · close number*", "date 1 = 2023-01-02 · close 285 = 97.64"),
        new("R23-irregular/hole.csv", "time date · temp number*", "time 900 = 2023-01-04 15:00", "holes(time): Reach across all the same"),
        new("R23-irregular/two-shops.csv", "date date · shop category · sales number*", "shop 1 = A · shop 279 = B", "several-series(shop):"),
        new("R24-imbalance/95-5.csv", "a number · b number · fraud category*", "fraud 1 = 1 · fraud 2 = 0", "imbalance(fraud): Let rare classes count more"),
        new("R25-multi-label/genres.csv", "title text · minutes number · genre labels*", "title 1 = film 0 · minutes 1 = 115 · genre 1 = comedy;action", "several-labels(genre): Take each combination as one class", "unknown-target(genre):"),
        new("R33-class-order/levels.csv", "a number · b number · grade category*", "grade 1 = level 12 · grade 4 = level 3"),
        new("R33-class-order/target.csv", "a number · b number · class category*", "class 1 = 10 · class 3 = 1"),
        new("R36-chinese/poem.txt", "text text", "", "lines: One text a line", "short-text:") { CanBeLearned = false },
        new("R36-chinese/reviews.csv", "评论 text · 评价 category*", "评论 1 = 这个产品非常好用质量也不错总体来说93 · 评价 3 = 差"),
        new("R37-long-short/lines.txt", "text text", "", "lines: One text a line", "short-text:") { CanBeLearned = false },
        new("R37-long-short/long.csv", "text text · label category*", "text 1 = short note number 0 about dogs · label 2 = b"),
        new("R37-long-short/one-text-column.csv", "review text", "review 1 = this was number 0", "no-target:") { CanBeLearned = false },
        new("R38-other-file/train.csv", "age number · income number · city category · bought category*", "income 1 = 6162.86 · city 2 = Paris"),
        new("R39-unseen-category/given.csv", "age number · income number · city category · bought category* · part category", "city 400 = Bonn · part 400 = test"),
        new("R43-loss/huge-target.csv", "a number · b number · revenue number*", "revenue 1 = 570000007", "gives-away(a): Leave out “a”"),
        new("R43-loss/outlier-target.csv", "a number · b number · cost number*", "cost 51 = 1E+300", "far-outside(cost): Leave the row out | That means “no value”") { CanBeLearned = false },
        new("X02-crosstab/pivot.csv", "column 1 text · Q1 number · Q2 number · Q3 number*", "column 1 1 = North · Q1 1 = 1200 · Q1 2 = 900 · Q3 3 = 2360",
            "lines-above: Read it", "thousands(Q1): Read it as 1.2", "thousands(Q2): Read it as 1.3", "thousands(Q3): Read it as 1.35", "total-row(column 1): Leave the row out", "few-rows:") { CanBeLearned = false },
        new("X04-label-typos/tickets.csv", "text text · team category*", "text 1 = customer 0 cannot pay · team 2 = Biling", "spellings(team): Merge all 6 into 2"),
        new("X06-durations/calls.csv", "call id · duration number · wait number · resolved category*", "duration 1 = 5022 · wait 1 = 27", "left-out(call): Use it all the same", "durations(duration): Read them as times of day", "durations(wait):"),
        new("X08-grades/class.csv", "student text · hours number · grade category*", "hours 1 = 20 · grade 1 = A", "rare-classes(grade): Leave these rows out", "few-rows:"),
        new("X09-wide-onehot/likert.csv", $"{s_questions} · nps number*", "q1 1 = 1 · q40 1 = 5 · nps 1 = 10", "classes-as-numbers(nps): Treat as classes"),
        new("X10-empty-target-rows/predict-too.csv", "age number · income number · bought category*", "income 2 = 4008.93 · bought 1 = no · bought 260 = TBD", "unknown-class(bought): That means “no value” | Leave the rows out", "unknown-target(bought):"),
        new("X13-json-lines/events.jsonl", "age number · city category · bought category*", "age 1 = 31 · city 1 = Rome"),
        new("X14-bool-words/checks.csv", "paid category · shipped category · ok category · returned category*", "paid 1 = ✓ · shipped 1 = x · shipped 4 = · ok 4 = ja", "left-out(shipped): Use it all the same", "ticks(shipped): Empty means “no”", "spellings(ok): Merge them"),
        new("X15-quote-unclosed/notes.csv", "text text · n number · label category*", "text 201 = \"never closed note · n 201 = 5 · label 1 = a", "unclosed-quote: Read all quotes as ordinary characters"),
    ];

    /// <summary>Files that are refused, with the code of the words.</summary>
    public static IReadOnlyList<(string File, string Code)> Refused { get; } = [("R17-workbooks/data.parquet", "sheet-damaged")];

    /// <summary>Files that somebody brings for a model that was trained on another; see OtherFileTests of the server.</summary>
    public static IReadOnlyList<string> ForModels { get; } =
    [
        "R03-decimal-comma/predict-one-row.csv", "R03-decimal-comma/predict-plain.csv", "R16-odd-names/predict.csv", "R16-odd-names/upper-predict-in.csv",
        .. new[] { "0rows", "1row", "bad-cell", "bom", "empty-cell", "far", "lack", "newcity", "order", "same", "semicolon", "spaces", "target-new", "utf16" }.Select(name => $"R38-other-file/p-{name}.csv"),
    ];

    /// <summary>Folders whose files have tests of their own: pictures, and classes that were renamed.</summary>
    public static IReadOnlyList<string> Elsewhere { get; } =
        ["R26-odd-pixels", "R27-exif", "R28-damaged", "R29-skipped", "R30-nesting", "R31-paths-labels", "R32-zip-names", "R33-class-order/digits.zip", "R35-unseen", "R42-renamed", "X11-photos"];
}
