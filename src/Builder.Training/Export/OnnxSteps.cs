using System.Globalization;
using Builder.Datasets.Transforms;
using Builder.Datasets.Transforms.Steps;
using Builder.Graph.Data;
using Builder.Training.Onnx;

namespace Builder.Training.Export;

/// <summary>
/// The fitted transforms as nodes of an ONNX graph. Numbers are calculated in 64 bits, as they are when a table is read, and rounded once.
/// </summary>
internal static class OnnxSteps
{
    /// <summary>What has to be given for a column, and which of its steps the graph does itself.</summary>
    /// <param name="column">The column.</param>
    public static OnnxElement ElementOf(FittedColumn column) =>
        column.Steps.Any(step => step is FittedOneHot or FittedOrdinal) ? OnnxElement.String
        : column.Steps.Any(step => step is FittedResize) ? OnnxElement.UInt8
        : column.Steps.Any(step => step is FittedTokenize) ? OnnxElement.Int64
        : column.Steps.Any(step => step is FittedMultiHot) ? OnnxElement.Float
        : OnnxElement.Double;

    /// <summary>What the network reads of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">The raw values.</param>
    /// <param name="graph">The graph.</param>
    public static string Prepare(FittedColumn column, string value, OnnxGraph graph)
    {
        var element = ElementOf(column);
        if (element == OnnxElement.String)
        {
            return Category(column, value, graph);
        }

        if (element == OnnxElement.UInt8)
        {
            return Picture(column, value, graph);
        }

        return element != OnnxElement.Double ? value
            : column.Steps.OfType<FittedDatePart>().FirstOrDefault() is { As: DatePartForm.SineCosine } part ? Circle(part, value, graph)
            : graph.Cast(column.Steps.Aggregate(value, (number, step) => Step(step, number, graph)), OnnxElement.Float);
    }

    /// <summary>A number of the network in the unit of its column, in 64 bits.</summary>
    public static string ToUnits(FittedColumn column, string value, OnnxGraph graph) =>
        column.Steps.Reverse().Aggregate(graph.Cast(value, OnnxElement.Double), (number, step) => Undo(step, number, graph));

    private static string Step(FittedStep step, string x, OnnxGraph graph) => step switch
    {
        FittedImpute { Number: { } standIn } => graph.Op("Where", [graph.Op("Equal", [x, x]), x, graph.Double(standIn)]),
        FittedLog log => graph.Op("Log", [graph.Op("Add", [x, graph.Double(log.Offset)])]),
        FittedAsinh asinh => Asinh(graph.Op("Div", [x, graph.Double(asinh.Scale)]), graph),
        FittedStandardize scale => graph.Op("Div", [graph.Op("Sub", [x, graph.Double(scale.Mean)]), graph.Double(scale.Std)]),
        FittedMinMax range => graph.Op(
            "Add", [graph.Op("Mul", [graph.Op("Sub", [x, graph.Double(range.Min)]), graph.Double((range.High - range.Low) / Range(range))]), graph.Double(range.Low)]),

        // Reading a date and its calendar happens before: the graph is given the number.
        FittedReadDate or FittedDatePart => x,
        _ => throw new NotSupportedException(step.GetType().Name),
    };

    private static string Undo(FittedStep step, string y, OnnxGraph graph) => step switch
    {
        FittedLog log => graph.Op("Sub", [graph.Op("Exp", [y]), graph.Double(log.Offset)]),
        FittedAsinh asinh => graph.Op(
            "Mul", [graph.Op("Sub", [graph.Op("Exp", [y]), graph.Op("Exp", [graph.Op("Neg", [y])])]), graph.Double(asinh.Scale / 2)]),
        FittedStandardize scale => graph.Op("Add", [graph.Op("Mul", [y, graph.Double(scale.Std)]), graph.Double(scale.Mean)]),
        FittedMinMax range => graph.Op(
            "Add", [graph.Op("Mul", [graph.Op("Sub", [y, graph.Double(range.Low)]), graph.Double(Range(range) / (range.High - range.Low))]), graph.Double(range.Min)]),
        _ => y,
    };

    // A column of equal values has no range to stretch.
    private static double Range(FittedMinMax range) => range.Max > range.Min ? range.Max - range.Min : 1;

    // ONNX's own operator is for 32 bits: sign(x) · ln(|x| + √(x² + 1)).
    private static string Asinh(string x, OnnxGraph graph)
    {
        var size = graph.Op("Abs", [x]);
        var root = graph.Op("Sqrt", [graph.Op("Add", [graph.Op("Mul", [x, x]), graph.Double(1)])]);
        return graph.Op("Mul", [graph.Op("Sign", [x]), graph.Op("Log", [graph.Op("Add", [size, root])])]);
    }

    private static string Circle(FittedDatePart part, string value, OnnxGraph graph)
    {
        // Sine and cosine of 32 bits are exact to a ten-millionth, the angle is calculated in 64.
        var turn = graph.Double(2 * Math.PI / part.Cycle);
        var angle = graph.Cast(graph.Op("Mul", [graph.Op("Sub", [value, graph.Double(part.First)]), turn]), OnnxElement.Float);
        var last = graph.Integers(-1);
        return graph.Op("Concat", [graph.Op("Unsqueeze", [graph.Op("Sin", [angle]), last]), graph.Op("Unsqueeze", [graph.Op("Cos", [angle]), last])], ("axis", -1L));
    }

    private static string Category(FittedColumn column, string value, OnnxGraph graph)
    {
        var oneHot = column.Steps.OfType<FittedOneHot>().FirstOrDefault();
        var ordinal = column.Steps.OfType<FittedOrdinal>().FirstOrDefault();
        var classes = oneHot?.Classes ?? ordinal!.Classes;
        var numbers = classes.Select((name, number) => (name, number: (long)number)).ToDictionary(c => c.name, c => c.number, StringComparer.Ordinal);
        var gap = column.Steps.OfType<FittedImpute>().FirstOrDefault();
        if ((gap?.Category ?? gap?.Number?.ToString("R", CultureInfo.InvariantCulture)) is { } standIn && numbers.TryGetValue(standIn, out var known))
        {
            numbers.TryAdd("", known);
        }

        if (oneHot is null)
        {
            return graph.Numbered(value, numbers, ordinal!.MostFrequent);
        }

        // A name that training never saw has no place: all zeros.
        var codes = graph.Op("Unsqueeze", [graph.Numbered(value, numbers, -1), graph.Integers(-1)]);
        return graph.Cast(graph.Op("Equal", [codes, graph.Integers([.. Enumerable.Range(0, classes.Length).Select(i => (long)i)])]), OnnxElement.Float);
    }

    private static string Picture(FittedColumn column, string value, OnnxGraph graph)
    {
        var bright = graph.Op("Div", [graph.Cast(value, OnnxElement.Float), graph.Float(255)]);
        return column.Steps.OfType<FittedNormalize>().FirstOrDefault() is not { } scale ? bright
            : graph.Op("Div", [graph.Op("Sub", [bright, PerChannel(scale.Mean)]), PerChannel(scale.Std)]);

        string PerChannel(IReadOnlyList<float> values) => graph.Floats([.. values], values.Count, 1, 1);
    }
}
