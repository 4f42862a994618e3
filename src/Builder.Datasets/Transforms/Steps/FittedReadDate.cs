namespace Builder.Datasets.Transforms.Steps;

/// <summary>Reads texts as dates, all of one form.</summary>
/// <param name="Form">The form in .NET's notation, such as yyyy-M-d; a time of day may follow.</param>
public sealed record FittedReadDate(string Form) : FittedStep
{
    /// <summary>Finds the form of the training rows' dates.</summary>
    internal static FittedReadDate Fit(ColumnValues values, ReadOnlySpan<int> trainRows, ColumnSite site)
    {
        var texts = CategorySteps.Names(values, site);
        var seen = new HashSet<int>();
        foreach (var row in trainRows)
        {
            seen.Add(texts.Codes[row]);
        }
        seen.Remove(TextValues.Missing);
        return seen.Count == 0
            ? throw TransformErrors.AllMissing(site)
            : new FittedReadDate(DateForm.Best([.. seen.Select(code => texts.Entries[code])]).Pattern);
    }

    internal override ColumnValues Apply(ColumnValues values, ColumnSite site)
    {
        var texts = CategorySteps.Names(values, site);
        var form = DateForm.Find(Form) ?? throw TransformErrors.UnknownDateForm(site, Form);
        var known = new double?[texts.Entries.Length];
        var days = new double[texts.Rows];
        for (var row = 0; row < days.Length; row++)
        {
            var code = texts.Codes[row];
            days[row] = code == TextValues.Missing
                ? double.NaN
                : known[code] ??= form.Read(texts.Entries[code]) ?? throw TransformErrors.NotADate(site, row, texts.Entries[code], Form);
        }
        return new DateValues(days);
    }
}
