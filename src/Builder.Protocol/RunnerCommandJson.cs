using System.Text.Json;

namespace Builder.Protocol;

/// <summary>Writes and reads commands as single lines of JSON.</summary>
public static class RunnerCommandJson
{
    /// <summary>One line, without the line break.</summary>
    public static string Write(RunnerCommand command) => JsonSerializer.Serialize(command, ProtocolJson.Options);

    /// <summary>Reads a line.</summary>
    /// <exception cref="JsonException">It is no command.</exception>
    public static RunnerCommand Read(string line)
    {
        try
        {
            var command = JsonSerializer.Deserialize<RunnerCommand>(line, ProtocolJson.Options) ?? throw new JsonException("The line is empty.");
            return IsWhole(command) ? command : throw new JsonException("The command lacks something.");
        }
        catch (NotSupportedException unknown)
        {
            // An object without "command" has no type to make.
            throw new JsonException("The line names no command.", unknown);
        }
    }

    // What JSON leaves out is null here, whatever the types say.
    private static bool IsWhole(RunnerCommand command) => command switch
    {
        RunnerCommand.Start { Project: null } or RunnerCommand.Start { Folder: null } or RunnerCommand.Start { Device: null } => false,
        RunnerCommand.ScaleRate rate => rate.Factor > 0 && double.IsFinite(rate.Factor),
        RunnerCommand.Load { Bundle: null } or RunnerCommand.Load { Device: null } => false,
        RunnerCommand.MeasureImportance { Project: null } or RunnerCommand.MeasureImportance { Folder: null } or RunnerCommand.MeasureImportance { Device: null } => false,
        RunnerCommand.CompareRivals { Project: null } or RunnerCommand.CompareRivals { Folder: null } or RunnerCommand.CompareRivals { Device: null } => false,
        RunnerCommand.IPictureTask { Id: null } => false,
        RunnerCommand.ExportOnnx { Id: null } or RunnerCommand.ExportOnnx { File: null } or RunnerCommand.ExportOnnx { Name: null } => false,
        RunnerCommand.Explain { Id: null } or RunnerCommand.Explain { Project: null } or RunnerCommand.Explain { Folder: null } or RunnerCommand.Explain { Row: null } => false,
        RunnerCommand.VaryColumn { Id: null } or RunnerCommand.VaryColumn { Project: null } or RunnerCommand.VaryColumn { Folder: null } => false,
        RunnerCommand.VaryColumn { Row: null } or RunnerCommand.VaryColumn { Column: null } => false,
        RunnerCommand.GiveUp { Id: null } => false,
        RunnerCommand.Predict { Id: null } or RunnerCommand.Generate { Id: null } => false,
        _ => true,
    };
}
