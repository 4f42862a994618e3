using System.Collections.Immutable;
using Builder.Datasets.Columns;
using Builder.Datasets.Splits;
using Builder.Datasets.Tokenizers;
using Builder.Datasets.Transforms;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;

namespace Builder.Datasets.Preparation;

/// <summary>Prepares a running text: its tokens are the rows, and a sample is a window of them next to the same window moved on by one.</summary>
internal static class RunningText
{
    /// <summary>The source's column of the text.</summary>
    public const string Text = "text";

    /// <summary>The source's column of the text moved on by one token.</summary>
    public const string Next = "next";

    /// <summary>Splits the text by place, fits the tokenizer on the training part, and cuts the parts into windows.</summary>
    public static (ColumnPreparation Columns, SampleStarts Starts) Fit(DataSet dataSet, RawTable table)
    {
        var windows = dataSet.Windows ?? throw PreparationErrors.TextNeedsWindows(dataSet.Id);
        var tokenize = TokenizeOf(dataSet, table);
        var texts = RunningTextParts.Cut(dataSet, table.Get<TextColumn>(Text)[0]!);
        var step = FittedTokenize.FitRunning(tokenize, texts[(int)Part.Train], windows.Length);
        var (ids, parts) = Encode(step.Tokenizer, texts, table);
        var reach = new WindowReach(windows.Length + 1, windows.Stride, 0, windows.Length);
        var starts = SampleWindows.Place(parts, [ids.Length], reach);
        if (starts.Train.Length == 0)
        {
            throw PreparationErrors.TextTooShortToTrain(
                table.Name, parts.Count(part => part == Part.Train), windows.Length, tokenize.Tokenizer == TokenizerKind.Character);
        }
        return (Columns(dataSet, windows, step, ids), starts);
    }

    /// <summary>Cuts another text into windows with the tokenizer that was fitted; there is no next token to compare with.</summary>
    public static (IReadOnlyDictionary<string, PreparedColumn> Columns, SampleStarts Starts) Apply(
        DataSet dataSet, FittedTransforms fitted, RawTable table)
    {
        var windows = dataSet.Windows ?? throw PreparationErrors.TextNeedsWindows(dataSet.Id);
        var column = fitted.Columns.First(c => c.Source == Text);
        var ids = Array.ConvertAll(column.Step<FittedTokenize>()!.Tokenizer.Encode(table.Get<TextColumn>(Text)[0]), id => (long)id);
        var starts = SampleWindows.OfNewRows([ids.Length], windows.Length, windows.Stride);
        if (starts.Test.Length == 0)
        {
            throw PreparationErrors.TextTooShort(table.Name, ids.Length, windows.Length);
        }
        var prepared = new PreparedColumn(column.Name, ids, ElementType.Int64, [], windows.Length, 0);
        return (new Dictionary<string, PreparedColumn> { [column.Name] = prepared }, starts);
    }

    /// <summary>The one way in which the text is cut; <c>next</c> has no say of its own.</summary>
    private static Tokenize TokenizeOf(DataSet dataSet, RawTable table)
    {
        Tokenize? chosen = null;
        foreach (var column in dataSet.Columns)
        {
            if (column.SourceName is not (Text or Next))
            {
                throw PreparationErrors.UnknownColumn(dataSet.Id, column.SourceName, [Text, Next]);
            }
            foreach (var transform in column.Transforms)
            {
                if (transform is not Tokenize tokenize || (chosen is not null && chosen != tokenize))
                {
                    throw PreparationErrors.TextOnlyTokenized(table.Name, column.Name);
                }
                chosen = tokenize;
            }
        }
        return chosen ?? new Tokenize();
    }

    private static (long[] Ids, Part[] Parts) Encode(FittedTokenizer tokenizer, string[] texts, RawTable table)
    {
        var encoded = Array.ConvertAll(texts, text => text.Length == 0 ? [] : tokenizer.Encode(text));
        var total = encoded.Sum(ids => (long)ids.Length);
        var ids = Blocks.Allocate<long>(total, 1, new ColumnContext(table, Text));
        var parts = new Part[total];
        var place = 0;
        for (var part = 0; part < encoded.Length; part++)
        {
            for (var i = 0; i < encoded[part].Length; i++)
            {
                ids[place + i] = encoded[part][i];
            }
            parts.AsSpan(place, encoded[part].Length).Fill((Part)part);
            place += encoded[part].Length;
        }
        return (ids, parts);
    }

    private static ColumnPreparation Columns(DataSet dataSet, Windows windows, FittedTokenize step, long[] ids)
    {
        var prepared = new Dictionary<string, PreparedColumn>(StringComparer.Ordinal);
        var fitted = ImmutableArray.CreateBuilder<FittedColumn>();
        foreach (var column in dataSet.Columns)
        {
            var offset = column.SourceName == Next ? 1 : 0;
            prepared.Add(column.Name, new PreparedColumn(column.Name, ids, ElementType.Int64, [], windows.Length, offset));
            var schema = new ColumnSchema(column.Name, ElementType.Int64, [windows.Length], step.Tokenizer.VocabularySize, [], null);
            fitted.Add(new FittedColumn(column.Name, column.SourceName, column.Type, column.Window, schema, [step]));
        }
        return new ColumnPreparation(prepared, new FittedTransforms(dataSet.Id, fitted.ToImmutable()));
    }
}

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
