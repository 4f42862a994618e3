using Builder.Datasets.Splits;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Splits a running text by place, before anything is learned from it.</summary>
internal static class RunningTextParts
{
    /// <summary>How far a cut may move, as a share of the text, to fall on the end of a line.</summary>
    private const double MostMoved = 0.01;

    /// <summary>The texts of the parts, in the order of <see cref="Part"/>; an empty one where a part is not asked for.</summary>
    public static string[] Cut(DataSet dataSet, string text)
    {
        if (dataSet.Split is not TimeSplit { ValidationFrom: null, TestFrom: null } split)
        {
            throw PreparationErrors.TextSplitsByPlace(dataSet.Id);
        }
        RowParts.CheckShares(dataSet);
        var sizes = PartSizes.Of(text.Length, split.Validation, split.Test);
        var validationStart = CutNear(text, sizes.Train);
        var testStart = Math.Max(validationStart, CutNear(text, sizes.Train + sizes.Validation));
        return [text[..validationStart], text[validationStart..testStart], text[testStart..]];
    }

    /// <summary>The end of the line near a place, or the place itself where the line is long; never inside a character of two halves.</summary>
    private static int CutNear(string text, int place)
    {
        if (place >= text.Length)
        {
            return text.Length;
        }
        var reach = Math.Min((int)(text.Length * MostMoved), text.Length - place);
        var lineEnd = text.AsSpan(place, reach).IndexOf('\n');
        if (lineEnd >= 0)
        {
            return place + lineEnd + 1;
        }
        return place > 0 && char.IsLowSurrogate(text[place]) ? place + 1 : place;
    }
}
