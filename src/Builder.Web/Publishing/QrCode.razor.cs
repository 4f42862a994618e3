using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace Builder.Web.Publishing;

/// <summary>A text as a QR code (ISO/IEC 18004), black on white in every theme: cameras look for that.</summary>
public sealed partial class QrCode
{
    private string? _drawn;
    private string _path = "";
    private int _side;

    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>What it is, for those who do not see it.</summary>
    [Parameter, EditorRequired]
    public required string Alt { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_drawn == Text)
        {
            return;
        }

        // The matrix has the quiet zone of four modules around it already.
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Length; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        (_drawn, _path, _side) = (Text, path.ToString(), code.ModuleMatrix.Count);
    }
}
