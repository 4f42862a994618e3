using Builder.Datasets.Columns;
using Builder.Datasets.Dates;
using Builder.Datasets.Import;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;

namespace Builder.Datasets.Tests.Profiles;

/// <summary>Tables as people bring them, see tests/golden/intake: what each must be read as, and that training reads the same.</summary>
public sealed class IntakeTests
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Intake");

    [Theory]
    [InlineData("R01-thousands/comma.csv", "price", 21522, 27768, 40)]
    [InlineData("R01-thousands/comma.csv", "area", 216.8, 271.4, 0)]
    [InlineData("R01-thousands/german.csv", "preis", 21522.51, 27768.32, 40)]
    [InlineData("R01-thousands/german.csv", "flaeche", 216.8, 271.4, 0)]
    [InlineData("R01-thousands/price-is-input.csv", "price", 41566, 44491, 197)]
    [InlineData("R02-currency/dollar.csv", "fee", 18771, 17464, 200)]
    [InlineData("R02-currency/percent.csv", "discount", 20, 11, 0)]
    [InlineData("R02-currency/percent.csv", "margin", 2.9, 3, 0)]
    [InlineData("R02-currency/mixed.csv", "price", 210.61, 662.71, 0)]
    public void Numbers_are_read_however_they_are_written(string file, string column, double first, double last, int grouped)
    {
        var inspection = Inspect(file);
        var numbers = Assert.IsType<NumberColumn>(inspection.Table.Columns.Single(c => c.Name == column));

        Assert.Equal(ColumnType.Number, inspection.Columns.Single(c => c.Name == column).Type);
        Assert.Equal(first, numbers.Values[0]);
        Assert.Equal((last, grouped), (numbers.Values[^1], numbers.Findings.GroupedCount));
        Assert.DoesNotContain(double.NaN, numbers.Values);
        Assert.Equal(numbers.Values, Read(inspection, column).Values);
    }

    [Theory]
    [InlineData("R02-currency/dollar.csv", "fee", "$")]
    [InlineData("R02-currency/percent.csv", "discount", "%")]
    [InlineData("R02-currency/mixed.csv", "price", "$ £ €")]
    public void Units_beside_numbers_are_told(string file, string column, string units) =>
        Assert.Equal(units, string.Join(' ', Inspect(file).Table.Get<NumberColumn>(column).Findings.Units.Keys));

    [Theory]
    [InlineData("dash", "-", true)]
    [InlineData("dot", ".", true)]
    [InlineData("hash-na", "#N/A", true)]
    [InlineData("none", "none", true)]
    [InlineData("tbd", "TBD", true)]
    [InlineData("unknown", "unknown", true)]
    [InlineData("inf", "inf", false)]
    public void One_bad_cell_does_not_decide_for_a_column(string file, string cell, bool isGapMark)
    {
        var inspection = Inspect($"R09-one-bad-cell/{file}.csv");
        var price = Assert.IsType<NumberColumn>(inspection.Table.Columns[0]);

        Assert.Equal(ColumnType.Number, inspection.Columns[0].Type);
        Assert.Equal([new StrangeCell(311, 313, cell)], price.Findings.Strange);
        Assert.Equal((1, isGapMark ? 1 : 0), (price.Findings.StrangeCount, price.Findings.GapMarks));
        Assert.Equal(1, inspection.Profiles[0].Missing);
        Assert.Equal(price.Values, Read(inspection, "price").Values);
    }

    [Fact]
    public void A_quoted_blank_is_a_gap_like_an_empty_cell()
    {
        var inspection = Inspect("R09-one-bad-cell/blank-quoted.csv");
        Assert.Equal((ColumnType.Number, 1), (inspection.Columns[0].Type, inspection.Profiles[0].Missing));
        Assert.Same(NumberFindings.None, inspection.Table.Get<NumberColumn>("price").Findings);
    }

    [Fact]
    public void Long_order_numbers_keep_every_digit_and_name_the_row()
    {
        var inspection = Inspect("R04-long-numbers/orders.csv");
        var orders = Assert.IsType<TextColumn>(inspection.Table.Columns[0]);
        Assert.Equal(ColumnType.Id, inspection.Columns[0].Type);
        Assert.Equal(["500564585040607187", "500564585040607188"], orders.Entries[..2]);
    }

    [Fact]
    public void Zeros_in_front_are_kept()
    {
        var inspection = Inspect("R05-leading-zeros/zip.csv");
        var codes = Assert.IsType<TextColumn>(inspection.Table.Columns[0]);
        Assert.Equal(ColumnType.Category, inspection.Columns[0].Type);
        Assert.Equal(["07030", "00501"], codes.Entries[..2]);
        Assert.All(codes.Entries, e => Assert.Equal(5, e.Length));
    }

    [Theory]
    [InlineData("Datum;Temp;Feuchte\n01.05.2023;3,125;50\n", 3.125)]
    [InlineData("Datum;Temp;Feuchte\n01.05.2023;3,1;50\n", 3.1)]
    [InlineData("sep=;\nDatum;Temp;Feuchte\n01.05.2023;3,1;50\n", 3.1)]
    [InlineData("Messwerte, Mai\n\nDatum;Temp;Feuchte\n01.05.2023;3,1;50\n02.05.2023;3,1;50\n", 3.1)]
    [InlineData("Datum;Temp;Feuchte\n01.05.2023;3.1;50\n", 3.1)]
    [InlineData("Datum,Temp,Feuchte\n01.05.2023,3.125,50\n", 3.125)]
    [InlineData("Datum;Temp;Feuchte\n01.05.2023;1.003,125;50\n", 1003.125)]
    [InlineData("Datum\tTemp\tFeuchte\n01.05.2023\t\"3.125\"\t50,5\n", 3125)]
    public void New_rows_are_read_with_the_marks_of_the_training_file_or_clear_ones_of_their_own(string text, double temperature)
    {
        var inspection = Inspect("R03-decimal-comma/train.csv");
        var spec = new DataSet { Id = "data", Source = inspection.Source, Columns = inspection.Columns };
        using var folder = new TemporaryFolder();

        var rows = DataImport.ReadForPrediction(spec, folder.Write("new.csv", text), ["Temp"], TestContext.Current.CancellationToken);

        Assert.Equal([26.4, 11.4], inspection.Table.Get<NumberColumn>("Temp").Values[..2]);
        Assert.All(rows.Get<NumberColumn>("Temp").Values, value => Assert.Equal(temperature, value));
    }

    [Theory]
    [InlineData("years", "country 2019 2020 2021")]
    [InlineData("sensors", "sensor 1 2 3")]
    [InlineData("months", "item 2024-01 2024-02 2024-03")]
    [InlineData("alltext", "name city sex color")]
    public void A_first_line_of_names_is_one_even_where_they_look_like_values(string file, string names)
    {
        var inspection = Inspect($"R12-value-names/{file}.csv");
        Assert.Equal(names, string.Join(' ', inspection.Columns.Select(c => c.Name)));
        Assert.Equal<TableHeader?>(true, Assert.IsType<TableSource>(inspection.Source).Header);
    }

    [Theory]
    [InlineData("title", 1)]
    [InlineData("comments", 2)]
    [InlineData("sep", 1)]
    [InlineData("total", null)]
    public void What_stands_above_a_table_is_not_read(string file, int? above)
    {
        var inspection = Inspect($"R13-lines-above/{file}.csv");
        Assert.Equal(above, Assert.IsType<TableSource>(inspection.Source).LinesAbove);
        Assert.Equal("region units revenue", string.Join(' ', inspection.Columns.Select(c => c.Name)));
        Assert.Equal([309.0, 941], inspection.Table.Get<NumberColumn>("revenue").Values[..2]);
        Assert.Equal(inspection.Table.Get<NumberColumn>("revenue").Values, Read(inspection, "revenue").Values);
    }

    [Theory]
    [InlineData("levels", "grade", "level 1, level 2, level 3, level 4, level 5, level 6, level 7, level 8, level 9, level 10, level 11, level 12")]
    [InlineData("target", "class", "1, 2, 10")]
    public void Classes_stand_in_the_order_in_which_people_count(string file, string column, string classes)
    {
        var inspection = Inspect($"R33-class-order/{file}.csv");
        var set = new DataSet
        {
            Id = "data", Source = inspection.Source, Columns = [new() { Name = column, Type = ColumnType.Category, Transforms = [new Ordinal()] }],
        };
        var prepared = DataPreparation.Prepare(set, s_folder, TestContext.Current.CancellationToken);
        Assert.Equal(classes, string.Join(", ", prepared.Fitted[column].Steps.OfType<FittedOrdinal>().Single().Classes));
    }

    [Theory]
    [InlineData("R06-dates/many.csv", "short_year", DateOrder.DayFirst, "2022-06-02 00:00", "2022-03-26 00:00")]
    [InlineData("R06-dates/many.csv", "us_ampm", DateOrder.MonthFirst, "2022-06-02 15:00", "2022-03-26 19:00")]
    [InlineData("R06-dates/many.csv", "month_name", DateOrder.YearFirst, "2022-06-02 00:00", "2022-03-26 00:00")]
    [InlineData("R06-dates/many.csv", "mon_yy", DateOrder.YearFirst, "2022-06-01 00:00", "2022-03-01 00:00")]
    [InlineData("R06-dates/many.csv", "iso_hour", DateOrder.YearFirst, "2022-06-02 15:00", "2022-03-26 19:00")]
    [InlineData("R06-dates/many.csv", "time_only", DateOrder.TimeOfDay, "1970-01-01 15:00", "1970-01-01 19:02")]
    [InlineData("R06-dates/many.csv", "compact", DateOrder.YearFirst, "2022-06-02 00:00", "2022-03-26 00:00")]
    [InlineData("R06-dates/many.csv", "us_words", DateOrder.YearFirst, "2022-06-02 00:00", "2022-03-26 00:00")]
    [InlineData("R07-day-month/a-clear.csv", "visit", DateOrder.DayFirst, "2018-11-08 00:00", "2018-03-10 00:00")]
    [InlineData("R07-day-month/b-ambiguous.csv", "visit", DateOrder.DayFirst, "2024-01-01 00:00", "2024-12-12 00:00")]
    public void Dates_are_read_however_they_are_written(string file, string column, DateOrder order, string first, string last)
    {
        var inspection = Inspect(file);
        var dates = inspection.Table.Get<TextColumn>(column);
        var again = DataImport.Read(
            new DataSet { Id = "data", Source = inspection.Source, Columns = [new() { Name = column, Type = ColumnType.Date }] }, s_folder,
            TestContext.Current.CancellationToken).Get<TextColumn>(column);

        Assert.Equal(ColumnType.Date, inspection.Columns.Single(c => c.Name == column).Type);
        Assert.Equal((order, 0), (dates.Dates?.Order, dates.Dates?.StrangeCount));
        Assert.Equal(order, again.Dates?.Order);
        Assert.Equal([first, last], new[] { dates[0], again[^1] }.Select(text => Moment(text!, order)));
    }

    [Theory]
    [InlineData("excel_serial", DateOrder.ExcelDays, "2022-06-02 00:00")]
    [InlineData("unix", DateOrder.UnixSeconds, "2022-06-02 15:00")]
    public void Numbers_that_count_time_stay_numbers_until_somebody_says_what_they_are(string column, DateOrder order, string first)
    {
        var inspection = Inspect("R06-dates/many.csv");
        var numbers = inspection.Table.Get<NumberColumn>(column);
        var source = Assert.IsType<TableSource>(inspection.Source);
        var turned = SourceInspection.Of(source with { DateOrders = source.DateOrders!.SetItem(column, order) }, s_folder, TestContext.Current.CancellationToken);

        Assert.Equal((ColumnType.Number, order), (inspection.Columns.Single(c => c.Name == column).Type, DateCounts.Suspected(numbers)));
        Assert.Equal(ColumnType.Date, turned.Columns.Single(c => c.Name == column).Type);
        Assert.Equal(first, Moment(turned.Table.Get<TextColumn>(column)[0]!, order));
    }

    [Theory]
    [InlineData("duration", "01:23:42", 5022, 5052)]
    [InlineData("wait", "0m 27s", 27, 452)]
    public void Durations_are_numbers_of_seconds(string column, string written, double first, double last)
    {
        var inspection = Inspect("X06-durations/calls.csv");
        var numbers = inspection.Table.Get<NumberColumn>(column);
        Assert.Equal((ColumnType.Number, written), (inspection.Columns.Single(c => c.Name == column).Type, numbers.Findings.Duration));
        Assert.Equal((first, last, 250), (numbers.Values[0], numbers.Values[^1], numbers.Findings.Units["s"]));
        Assert.Equal(numbers.Values, Read(inspection, column).Values);
    }

    [Fact]
    public void Day_and_month_that_cannot_be_told_apart_are_said_and_kept()
    {
        var open = Inspect("R07-day-month/b-ambiguous.csv");
        var clear = Inspect("R07-day-month/a-clear.csv");
        Assert.Equal((DateOrder.MonthFirst, "02/01/2024"), (open.Table.Get<TextColumn>("visit").Dates?.Other, open.Table.Get<TextColumn>("visit").Dates?.Open));
        Assert.Null(clear.Table.Get<TextColumn>("visit").Dates?.Other);
        Assert.All([open, clear], i => Assert.Equal(DateOrder.DayFirst, Assert.IsType<TableSource>(i.Source).DateOrderOf("visit")));
    }

    [Theory]
    [InlineData("visit\n05/06/2024\n", DateOrder.DayFirst, "2024-06-05 00:00")]
    [InlineData("visit\n05/06/2024\n05/31/2024\n", DateOrder.MonthFirst, "2024-05-06 00:00")]
    [InlineData("visit\n2024-06-05\n", DateOrder.DayFirst, "2024-06-05 00:00")]
    [InlineData("visit\n05/06/2024\nsoon\n06/06/2024\n", DateOrder.DayFirst, "2024-06-05 00:00")]
    public void New_dates_are_read_in_the_order_of_the_training_file_or_a_clear_one_of_their_own(string text, DateOrder order, string first)
    {
        var inspection = Inspect("R07-day-month/b-ambiguous.csv");
        var spec = new DataSet { Id = "data", Source = inspection.Source, Columns = [new() { Name = "visit", Type = ColumnType.Date }] };
        using var folder = new TemporaryFolder();

        var visits = DataImport.ReadForPrediction(spec, folder.Write("new.csv", text), ["visit"], TestContext.Current.CancellationToken).Get<TextColumn>("visit");

        Assert.Equal((order, first), (visits.Dates?.Order, Moment(visits[0]!, visits.Dates!.Order)));
        Assert.Equal(text.Contains("soon", StringComparison.Ordinal) ? [new StrangeCell(1, 3, "soon")] : [], visits.Dates.Strange);
    }

    private static string Moment(string text, DateOrder order) =>
        DateText.TryParse(text, order, out var moment) ? moment.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : "none";

    private static SourceInspection Inspect(string file) =>
        SourceInspection.Of(new TableSource { Path = file }, s_folder, TestContext.Current.CancellationToken);

    private static NumberColumn Read(SourceInspection inspection, string column) => DataImport.Read(
        new DataSet { Id = "data", Source = inspection.Source, Columns = [new() { Name = column, Type = ColumnType.Number }] }, s_folder,
        TestContext.Current.CancellationToken).Get<NumberColumn>(column);
}
