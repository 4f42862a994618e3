using System.Globalization;
using Builder.Datasets.Import;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Instruments.Fields;

/// <summary>A date, with its time of day where the column has one; given back as the column writes it.</summary>
public sealed partial class DateField
{
    private const string Calendar = "<path d=\"M4 6.5h16v13H4z M4 10.500h16 M8 4v4 M16 4v4\"/>";

    private static readonly DateTime Example = new(2024, 5, 31, 14, 30, 0, DateTimeKind.Unspecified);

    private DateTime? _moment;

    /// <summary>Id of the field, for its label.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>How the column writes dates.</summary>
    [Parameter, EditorRequired]
    public required DateForm Form { get; set; }

    /// <summary>The date as text; null for none.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Called with another date.</summary>
    [Parameter]
    public EventCallback<string?> ValueChanged { get; set; }

    /// <summary>Whether no date is an answer, too.</summary>
    [Parameter]
    public bool MayBeEmpty { get; set; }

    private CultureInfo Culture => CalendarCulture.Of(Ui.Language);

    private string TitlePattern => Ui.Language == Shell.UiState.Chinese ? "M月d日" : "d MMM";

    /// <inheritdoc/>
    protected override void OnParametersSet() => _moment = Form.Read(Value);

    private Task ChooseDay(DateTime? day) => TellAsync(day is { } date ? date.Date + (_moment?.TimeOfDay ?? TimeSpan.Zero) : null);

    private Task ChooseTime(TimeSpan? time) => TellAsync(_moment is { } moment ? moment.Date + (time ?? TimeSpan.Zero) : null);

    private Task TellAsync(DateTime? moment)
    {
        var text = moment is { } given ? Form.Write(given) : null;
        _moment = moment;
        return text == Value ? Task.CompletedTask : ValueChanged.InvokeAsync(text);
    }
}
