using System.Text;
using System.Text.Json;
using Builder.Graph.Documents;
using Builder.Graph.Json;
using Builder.Storage.Database;

namespace Builder.Storage.Projects;

/// <summary>Log entries as rows of the database.</summary>
internal static class LogRows
{
    public static EditRow Write(string project, LoggedEdit entry) => new()
    {
        ProjectId = project,
        Revision = entry.Revision,
        CommandId = entry.CommandId,
        Step = entry.Entry.Step,
        Edit = Encoding.UTF8.GetString(EditJson.Write(entry.Entry.Edit)),
        Inverse = Encoding.UTF8.GetString(EditJson.Write(entry.Entry.Inverse)),
        Actor = entry.Actor,
        At = entry.At,
    };

    public static LoggedEdit Read(EditRow row)
    {
        try
        {
            return new(new(row.Revision, row.Step, Edit(row.Edit), Edit(row.Inverse)), row.CommandId, row.Actor, row.At);
        }
        catch (JsonException)
        {
            throw StorageProblems.Damaged(row.ProjectId, row.Revision);
        }
    }

    private static Edit Edit(string json) => EditJson.Read(Encoding.UTF8.GetBytes(json));
}
