using System.Text.Json;
using Builder.Graph.Analysis;
using Builder.Graph.Data;
using Builder.Graph.Documents;
using Builder.Graph.Messages;
using Builder.Graph.Problems;

namespace Builder.Graph.Edits;

/// <summary>Edits of what belongs to the project as a whole: its name, notes and data sets.</summary>
internal static class ProjectEdits
{
    private static readonly MessageTemplate Notes = new("problem-notes", "notes", "张便签");

    private static readonly MessageTemplate DataSets = new("problem-data-sets", "data sets", "个数据集");

    private static readonly MessageTemplate UnknownId = new("UnknownId", "“{name}” is not there any more.", "“{name}”已不存在。");

    /// <summary>Adds, changes or removes a note.</summary>
    public static EditResult SetNote(ProjectDocument document, SetNote edit)
    {
        var before = document.Notes.GetValueOrDefault(edit.Id);
        if (edit.Note is null)
        {
            return before is null ? Unknown(edit.Id) : EditResult.Changed(document with { Notes = document.Notes.Remove(edit.Id) }, new SetNote(edit.Id, before));
        }

        if (edit.Note.Id != edit.Id)
        {
            return EditProblems.Incomplete("id");
        }

        if (StructureRules.OfNote(document, edit.Note) is { } broken)
        {
            return broken;
        }

        return before is null && document.Notes.Count >= DocumentLimits.Notes
            ? EditProblems.TooMany(DocumentLimits.Notes, Notes.With())
            : EditResult.Changed(document with { Notes = document.Notes.SetItem(edit.Id, edit.Note) }, new SetNote(edit.Id, before));
    }

    /// <summary>Adds, changes or removes a data set.</summary>
    public static EditResult SetDataSet(ProjectDocument document, SetDataSet edit)
    {
        var before = document.Data.GetValueOrDefault(edit.Id);
        if (edit.DataSet is null)
        {
            return before is null ? Unknown(edit.Id) : EditResult.Changed(document with { Data = document.Data.Remove(edit.Id) }, new SetDataSet(edit.Id, before));
        }

        if (edit.DataSet.Id != edit.Id)
        {
            return EditProblems.Incomplete("id");
        }

        if (StructureRules.OfText(edit.Id, DocumentLimits.NameLength, null) is { } broken)
        {
            return broken;
        }

        if (!CanBeWritten(edit.DataSet))
        {
            return EditProblems.Incomplete("data");
        }

        return before is null && document.Data.Count >= DocumentLimits.DataSets
            ? EditProblems.TooMany(DocumentLimits.DataSets, DataSets.With())
            : EditResult.Changed(document with { Data = document.Data.SetItem(edit.Id, edit.DataSet) }, new SetDataSet(edit.Id, before));
    }

    /// <summary>Renames the project.</summary>
    public static EditResult Rename(ProjectDocument document, RenameProject edit) =>
        StructureRules.OfText(edit.Name, DocumentLimits.NameLength, null) is { } broken
            ? broken
            : EditResult.Changed(document with { Name = edit.Name }, new RenameProject(document.Name));

    /// <summary>Sets the description of the project.</summary>
    public static EditResult Describe(ProjectDocument document, DescribeProject edit) =>
        StructureRules.OfText(edit.Description, DocumentLimits.TextLength, null) is { } broken
            ? broken
            : EditResult.Changed(document with { Description = edit.Description }, new DescribeProject(document.Description));

    /// <summary>True where a data set comes back from a file as it went in.</summary>
    private static bool CanBeWritten(DataSet data)
    {
        try
        {
            var first = DataJson.Write([data]);
            using var json = JsonDocument.Parse(first);
            return first.AsSpan().SequenceEqual(DataJson.Write(DataJson.Read(json.RootElement)));
        }
        catch (Exception) // Records made in code can be incomplete in many ways, each with an exception of its own.
        {
            return false;
        }
    }

    /// <summary>Something that another person may have removed in the meantime.</summary>
    internal static Problem Unknown(string id) => new(null, UnknownId.With(("name", BlockNames.Short(id))));
}
