using System.Globalization;
using Builder.Graph;
using Builder.Graph.Analysis;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Shapes;
using Builder.Web.Canvas.Editing;
using Builder.Web.Canvas.Inspector;

namespace Builder.Web.Drawings.Blocks;

/// <summary>The words on a block, as the canvas shows them.</summary>
public static class BlockFace
{
    private const int MostSettings = 2;
    private static readonly string[] Hidden = ["data", GroupPorts.GroupParameter, GroupPorts.RepeatParameter];

    /// <summary>What a block is called: its label, its group's name, or its kind's title.</summary>
    public static Localized Title(Block block, ProjectDocument document) =>
        block.Label is { Length: > 0 } ? BlockWords.Name(block)
        : GroupPorts.GroupOf(block) is { } group && document.Groups.TryGetValue(group, out var known) ? Localized.Same(BlockWords.Short(known.Name))
        : BlockWords.Name(block);

    /// <summary>The settings that a block shows: those that were set, or else its first; at most two.</summary>
    public static string Settings(Block block, string language)
    {
        var isGroup = block.Kind == GroupPorts.UseKind;
        var known = (BlockCatalog.Find(block.Kind)?.Parameters ?? []).Where(p => !Hidden.Contains(p.Name) || (p.Name == GroupPorts.RepeatParameter && !isGroup)).ToList();
        var set = known.Where(p => block.Parameters.ContainsKey(p.Name)).Take(MostSettings).ToList();
        var chosen = set.Count > 0 || isGroup ? set : known.Where(p => p.Default is not null).Take(1);
        return string.Join(" · ", chosen.Select(p => Setting(p, block.Parameters.GetValueOrDefault(p.Name) ?? p.Default!, language)));
    }

    /// <summary>A value of a parameter in words; the default's where it is not set.</summary>
    public static Localized Value(Parameter parameter, ParameterValue? value) => (value ?? parameter.Default) switch
    {
        null => DrawingTexts.Automatic,
        ParameterValue.Flag flag => flag.Value ? DrawingTexts.Yes : DrawingTexts.No,
        ParameterValue.Text text when !parameter.Choices.IsDefaultOrEmpty && parameter.Choices.FirstOrDefault(c => c.Value == text.Value) is { } choice => choice.Title,
        ParameterValue.List list => Localized.Same(BlockWords.Short(string.Join(parameter.Type is ParameterType.IntegerOrList or ParameterType.IntegerList ? "×" : ", ", list.Items.Select(ParameterText.Format)))),
        { } other => Localized.Same(BlockWords.Short(ParameterText.Format(other))),
    };

    /// <summary>What flows along a wire, without the batch: 32×26×26.</summary>
    public static string Flow(TensorType type, string language)
    {
        var dims = type.Shape.Select(d => d.ToString()).ToList();
        var sample = dims is ["N", ..] ? dims[1..] : dims;
        return sample.Count == 0 ? DrawingTexts.OneNumber.In(language) : string.Join('×', sample);
    }

    /// <summary>A count in a few letters: 4.8k, 1.2M.</summary>
    public static string Short(long count)
    {
        foreach (var (size, unit) in new[] { (1e9, "B"), (1e6, "M"), (1e3, "k") })
        {
            // 999,950 would be rounded to "1000.0k": it is a million.
            if (count >= size * 0.99995)
            {
                var scaled = count / size;
                return (scaled >= 99.95 ? Math.Round(scaled) : Math.Round(scaled, 1)).ToString(CultureInfo.InvariantCulture) + unit;
            }
        }

        return count.ToString(CultureInfo.InvariantCulture);
    }

    private static string Setting(Parameter parameter, ParameterValue value, string language)
    {
        var words = Value(parameter, value).In(language);
        return IsOfColumns(parameter) ? words : $"{parameter.Title.In(language)} {words}";
    }

    private static bool IsOfColumns(Parameter parameter) => parameter.Type is ParameterType.Column or ParameterType.Columns;
}
