using System.Globalization;
using Builder.Graph.Catalog;
using Builder.Graph.Documents;
using Builder.Graph.Edits;
using Builder.Runner.Console;

namespace Builder.Runner.Commands;

/// <summary>Carries out what the command line changes about a document: --epochs, --seed and --set.</summary>
public static class Overrides
{
    private const string TrainerKind = "Trainer";

    /// <summary>The document with a parameter of its training plan set; a plan is added where it has none.</summary>
    public static ProjectDocument WithTrainer(ProjectDocument document, string parameter, long value)
    {
        var trainer = document.Blocks.Values.FirstOrDefault(b => b.Kind == TrainerKind);
        if (trainer is null)
        {
            trainer = new Block { Id = "trainer", Kind = TrainerKind };
            document = Apply(document, new AddBlock(trainer));
        }

        return Apply(document, new SetParameter(trainer.Id, parameter, value));
    }

    /// <summary>The document with "BLOCK.PARAMETER=VALUE" carried out.</summary>
    /// <exception cref="UsageException">There is no such block or parameter, or the value is of the wrong type.</exception>
    public static ProjectDocument WithSetting(ProjectDocument document, string setting)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        var dot = equals < 0 ? -1 : setting.LastIndexOf('.', equals);
        if (dot <= 0)
        {
            throw new UsageException(new(
                $"“{setting}” is not of the form BLOCK.PARAMETER=VALUE, such as adam.lr=0.01.",
                $"“{setting}”不符合 模块.参数=值 的形式，例如 adam.lr=0.01。"));
        }

        var (blockId, name, text) = (setting[..dot], setting[(dot + 1)..equals], setting[(equals + 1)..]);
        var block = document.Blocks.GetValueOrDefault(blockId) ?? throw Unknown(blockId, "block", "模块", document.Blocks.Keys);
        var kind = BlockCatalog.Get(block.Kind);
        var parameter = kind.FindParameter(name) ?? throw Unknown(name, "parameter", "参数", kind.Parameters.Select(p => p.Name));
        return text.Length > 0 ? Apply(document, new SetParameter(blockId, name, Parse(parameter, text))) : throw new UsageException(new(
            $"“{setting}” lacks a value after “=”. To keep the project's own value, leave out this --set.",
            $"“{setting}”的“=”后面缺少值。要保留项目中的值，请去掉这个 --set。"));
    }

    private static ProjectDocument Apply(ProjectDocument document, Edit edit)
    {
        var result = DocumentEditor.Apply(document, edit);
        return result.Document ?? throw UsageException.Refused(result.Problem!.Message);
    }

    private static ParameterValue Parse(Parameter parameter, string text) => parameter.Type switch
    {
        ParameterType.Integer => Whole(parameter, text),
        ParameterType.Number => Real(parameter, text),
        ParameterType.Flag => bool.TryParse(text, out var flag) ? flag : throw Wrong(parameter, text, "true or false", "true 或 false"),
        ParameterType.IntegerOrList when !text.Contains(',', StringComparison.Ordinal) => Whole(parameter, text),
        ParameterType.IntegerOrList or ParameterType.IntegerList => new ParameterValue.List([.. text.Split(',').Select(t => Whole(parameter, t))]),
        ParameterType.NumberList => new ParameterValue.List([.. text.Split(',').Select(t => Real(parameter, t))]),
        ParameterType.Columns or ParameterType.Blocks => ParameterValue.Of([.. text.Split(',').Select(t => t.Trim())]),
        _ => text,
    };

    private static ParameterValue Whole(Parameter parameter, string text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
            ? value : throw Wrong(parameter, text, "a whole number", "整数");

    private static ParameterValue Real(Parameter parameter, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value : throw Wrong(parameter, text, "a number", "数值");

    private static UsageException Wrong(Parameter parameter, string text, string en, string zh) => new(new(
        $"“{parameter.Name}” needs {en}, but “{text}” is not.", $"“{parameter.Name}”需要{zh}，但给出的是“{text}”。"));

    private static UsageException Unknown(string name, string en, string zh, IEnumerable<string> known) => new(new(
        $"There is no {en} called “{name}”. There are: {string.Join(", ", known)}.",
        $"没有名为“{name}”的{zh}。可选：{string.Join("、", known)}。"));
}
