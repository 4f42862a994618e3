using System.Globalization;
using Builder.Graph;
using Builder.Graph.Catalog;
using Builder.Storage;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Microsoft.AspNetCore.Components;

namespace Builder.Web.Runs.Page;

/// <summary>One whole number of the training plan; changing it is an edit of the document like any other.</summary>
public sealed partial class NumberSetting
{
    private Localized? _refusal;

    /// <summary>The project.</summary>
    [Parameter, EditorRequired]
    public required ProjectSession Session { get; set; }

    /// <summary>Its name in the training plan.</summary>
    [Parameter, EditorRequired]
    public required string Parameter { get; set; }

    /// <summary>Its name for people.</summary>
    [Parameter, EditorRequired]
    public required Localized Label { get; set; }

    private Parameter Info => TrainerEdits.Info(Parameter);

    private long Least => (long)(Info.Min ?? 0);

    private long Most => (long)(Info.Max ?? int.MaxValue);

    private string Value => TrainerEdits.Number(Session.Document, Parameter).ToString(CultureInfo.InvariantCulture);

    private async Task ChangedAsync(ChangeEventArgs change)
    {
        if (!long.TryParse(change.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < Least || value > Most)
        {
            _refusal = TrainTexts.Between(Least, Most);
            return;
        }

        var result = await Session.ApplyAsync(new Command(
            ShortId.New(), Session.Revision, document => TrainerEdits.Change(document, Parameter, value), "person"));
        _refusal = result.Problem?.Message.Words;
    }
}
