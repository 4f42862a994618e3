using System.Globalization;
using System.Reflection;
using System.Text;
using Builder.Graph.Documents;

namespace Builder.Graph.Tests.Layout;

/// <summary>The browser's script and style sheet have their measures from here.</summary>
public sealed class CanvasGeometryTests
{
    private const string From = "Generated from src/Builder.Graph/Documents/CanvasGeometry.cs by its test. Change it there.";

    private static readonly (string Name, double Value)[] Limits =
    [
        ("nameLength", DocumentLimits.NameLength), ("textLength", DocumentLimits.TextLength),
    ];

    [Fact]
    public void The_canvas_s_script_has_the_same_measures()
    {
        var text = new StringBuilder($"// {From}\n");
        foreach (var (name, value) in Measures().Concat(Limits))
        {
            text.Append(CultureInfo.InvariantCulture, $"export const {name} = {value};\n");
        }

        GeneratedFiles.AreUpToDate("wwwroot-assets/src/canvas/model/measures.ts", text.ToString());
    }

    [Fact]
    public void The_canvas_s_style_sheet_has_the_same_measures()
    {
        var text = new StringBuilder($"/* {From} */\n:root {{\n");
        foreach (var (name, value) in Measures().Where(m => m.Name.EndsWith("Height", StringComparison.Ordinal) || m.Name.EndsWith("Width", StringComparison.Ordinal)
            || m.Name.EndsWith("Padding", StringComparison.Ordinal) || m.Name == "portSize"))
        {
            text.Append(CultureInfo.InvariantCulture, $"  --cv-{Dashed(name)}: {value}px;\n");
        }

        GeneratedFiles.AreUpToDate("wwwroot-assets/src/canvas/styles/measures.css", text.Append("}\n").ToString());
    }

    private static IEnumerable<(string Name, double Value)> Measures() =>
        typeof(CanvasGeometry).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(f => (char.ToLowerInvariant(f.Name[0]) + f.Name[1..], Convert.ToDouble(f.GetRawConstantValue(), CultureInfo.InvariantCulture)));

    private static string Dashed(string name) => string.Concat(name.Select(c => char.IsUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));
}
