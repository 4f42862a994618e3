using Bunit;
using Builder.Datasets.Import;
using Builder.Protocol;
using Builder.Web.Instruments;
using Builder.Web.Instruments.Fields;
using Builder.Web.Shell;
using Builder.Web.Use.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Builder.Web.Tests.Instruments.Fields;

public sealed class FieldTests : BunitContext, IAsyncLifetime
{
    private readonly UiState _ui = new();

    public FieldTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddInstruments();
        Services.AddLogging();
        Services.AddSingleton(_ui);
        Services.AddCascadingValue(_ => _ui);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(20, 1, 0)]
    [InlineData(21, 0, 1)]
    public void More_than_twenty_categories_are_searched_rather_than_scrolled(int count, int selects, int searches)
    {
        var field = Field(new InputDescription("city", "category", null, [.. Enumerable.Range(1, count).Select(i => $"city {i}")], null, null, null, false, null), "city 3");

        Assert.Equal(selects, field.FindAll("select").Count);
        Assert.Equal(searches, field.FindAll(".instrument-field input").Count);
        if (searches > 0)
        {
            Assert.Equal("city 3", field.Find(".instrument-field input").GetAttribute("value"));
            Assert.Equal(field.Find("label").GetAttribute("for"), field.Find(".instrument-field input").Id);
        }
    }

    [Fact]
    public void What_begins_with_the_typed_part_comes_first()
    {
        string[] names = ["Oberhausen", "Bergen", "Oslo", "berlin"];
        Assert.Equal(["Bergen", "berlin", "Oberhausen"], ChoiceField.Matching(names, "ber", "Oslo"));
        Assert.Equal(names, ChoiceField.Matching(names, "Oslo", "Oslo"));
        Assert.Equal(names, ChoiceField.Matching(names, " ", null));
        Assert.Empty(ChoiceField.Matching(names, "xyz", "xyz"));
    }

    [Fact]
    public void A_date_has_a_calendar_and_is_written_as_its_column_writes_it()
    {
        string? told = null;
        var field = Field(Date, "31.12.2023", DateForm.Of(["31.12.2023"]), value => told = value);

        var input = field.Find(".instrument-field input");
        Assert.Equal("31.12.2023", input.GetAttribute("value"));
        input.Change("01.02.2024");

        Assert.Equal("01.02.2024", told);
        Assert.Contains("31.05.2024", field.Find(".field-help").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moment_has_a_field_for_its_time_and_keeps_the_other_half()
    {
        string? told = null;
        var field = Field(Date, "2023-12-31 14:30", DateForm.Of(["2023-12-31 14:30"]), value => told = value);

        var inputs = field.FindAll(".instrument-field input");
        Assert.Equal(["2023-12-31", "14:30"], inputs.Select(i => i.GetAttribute("value")));
        inputs[1].Change("09:05");

        Assert.Equal("2023-12-31 09:05", told);
    }

    [Theory]
    [InlineData("sometime")]
    [InlineData("12/31/2023")]
    public void What_is_no_date_of_the_column_stays_as_it_was_typed(string value)
    {
        var field = Field(Date, value, DateForm.Of(["31.12.2023"]));
        Assert.Equal(value, field.Find("input").GetAttribute("value"));
        Assert.Empty(field.FindAll(".instrument-field"));
    }

    [Fact]
    public void Months_and_days_have_names_in_both_languages()
    {
        Assert.Equal(("May", "Mon"), (CalendarCulture.Of("en").DateTimeFormat.GetMonthName(5), CalendarCulture.Of("en").DateTimeFormat.GetAbbreviatedDayName(DayOfWeek.Monday)));
        var chinese = CalendarCulture.Of("zh").DateTimeFormat;
        Assert.Equal(("五月", "一", "2024年5月"), (chinese.GetMonthName(5), chinese.GetAbbreviatedDayName(DayOfWeek.Monday), new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Unspecified).ToString("Y", CalendarCulture.Of("zh"))));
    }

    [Fact]
    public async Task Script_and_sheet_come_with_the_first_part_and_go_with_the_last()
    {
        var host = Render<WorkbenchHost>();
        Assert.Empty(host.FindAll("link"));

        Field(Date, "31.12.2023", DateForm.Of(["31.12.2023"]));
        host.WaitForElement("link[rel=stylesheet]");
        Assert.Contains(JSInterop.Invocations, i => i.Identifier == "import" && ((string?)i.Arguments[0])!.EndsWith("MudBlazor.min.js", StringComparison.Ordinal));

        await DisposeComponentsAsync();
        Assert.False(Services.GetRequiredService<Workbench>().IsUsed);
    }

    private static InputDescription Date { get; } = new("day", "date", null, null, null, null, null, false, null);

    private IRenderedComponent<ValueField> Field(InputDescription input, string? value, DateForm? dates = null, Action<string?>? told = null) => Render<ValueField>(p => p
        .Add(f => f.Input, input).Add(f => f.Value, value).Add(f => f.Dates, dates).Add(f => f.ValueChanged, v => told?.Invoke(v)));
}
