using System.Globalization;
using Builder.Graph.Data;
using Builder.Proposals;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Data.Parts;

/// <summary>Which rows are held back, in plain words.</summary>
public sealed partial class SplitPanel
{
    /// <summary>The plan.</summary>
    [Parameter]
    [EditorRequired]
    public required DataPlan Plan { get; set; }

    /// <summary>The data set as the document has it.</summary>
    [Parameter]
    [EditorRequired]
    public required DataSet DataSet { get; set; }

    /// <summary>What is known of it; null while it is read.</summary>
    [Parameter]
    public DataSetSchema? Schema { get; set; }

    /// <summary>True where nothing can be changed at the moment.</summary>
    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>The person wants other rows held back; only what was touched is changed, whatever else has changed meanwhile.</summary>
    [Parameter]
    public EventCallback<Func<SplitChoice, SplitChoice>> OnChange { get; set; }

    private SplitChoice Choice => Plan.Split;

    /// <summary>Running text can be split in one way only.</summary>
    private bool CanChoose => Plan.Source is not TextSource;

    private IEnumerable<SplitWay> Ways => Plan.Source is TableSource
        ? [SplitWay.Suitable, .. IsEvenAWay ? [SplitWay.Even] : Array.Empty<SplitWay>(), SplitWay.Random, SplitWay.Time, SplitWay.Group, SplitWay.Given]
        : [SplitWay.Suitable, .. IsEvenAWay ? [SplitWay.Even] : Array.Empty<SplitWay>(), SplitWay.Random];

    /// <summary>Classes are drawn evenly as suits already, unless rows are kept together.</summary>
    private bool IsEvenAWay => Choice.Way == SplitWay.Even || (Plan.Target?.Type == ColumnType.Category && (Suits is GroupSplit || (Suits is GivenSplit && Plan.Source is PicturesSource)));

    private Split Suits => DataSet.Split;

    private IEnumerable<string> Candidates => Plan.Columns.Where(c => c.Use != ColumnUse.Target && c.Type != ColumnType.Picture).Select(c => c.Name);

    private double Validation => Share(Schema?.ValidationSamples, DataSet.Split switch { DrawnSplit s => s.Validation, TimeSplit s => s.Validation, _ => 0 });

    private double Test => Share(Schema?.TestSamples, DataSet.Split switch { DrawnSplit s => s.Test, TimeSplit s => s.Test, _ => 0 });

    private double Train => Math.Max(0, 1 - Validation - Test);

    private double Share(long? samples, double wanted) => Schema is { } known && known.TrainSamples + known.ValidationSamples + known.TestSamples is var all and > 0
        ? samples!.Value / (double)all
        : wanted;

    private static string Grow(double share) => string.Create(CultureInfo.InvariantCulture, $"flex-grow:{Math.Max(0.02, share):0.###}");

    private static int Rounded(double share) => (int)Math.Round(share * 100);

    private static string Whole(double share, int percent) => share < 0.08 ? "" : string.Create(CultureInfo.InvariantCulture, $"{percent}%");

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}");

    private static string Count(long? samples) => samples is { } known ? string.Create(CultureInfo.InvariantCulture, $" · {known:N0}") : "";

    private Task SetWay(ChangeEventArgs e) => Enum.TryParse<SplitWay>(e.Value as string, out var way)
        ? Change(choice => choice with { Way = way, By = null })
        : Task.CompletedTask;

    private Task SetBy(ChangeEventArgs e) => Change(choice => choice with { By = e.Value as string is { Length: > 0 } name ? name : null });

    private Task SetShare(ChangeEventArgs e, bool isValidation) =>
        !double.TryParse(e.Value as string, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) ? Task.CompletedTask
        : Change(choice => isValidation ? choice with { Validation = percent / 100 } : choice with { Test = percent / 100 });

    private Task Change(Func<SplitChoice, SplitChoice> change) => OnChange.InvokeAsync(change);
}
