using Builder.Graph.Documents;
using Builder.Storage;
using Builder.Storage.Database;
using Builder.Storage.Projects;
using Builder.Web.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Builder.Web.Tests.Sessions;

/// <summary>
/// What the killed server does: this test program, started once more with two variables, edits a project from several windows until it is
/// killed, and says on its standard output what was acknowledged.
/// </summary>
internal static class EditingServer
{
    public const string Folder = "BUILDER_TEST_FOLDER";
    public const string Project = "BUILDER_TEST_PROJECT";

    private const int Windows = 6;

    /// <summary>The project to edit; null in the ordinary test program.</summary>
    public static string? Asked => Environment.GetEnvironmentVariable(Project) is { Length: > 0 } project ? project : null;

    /// <summary>Edits until it is killed.</summary>
    public static int Run(string project)
    {
        EditAsync(Environment.GetEnvironmentVariable(Folder)!, project).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task EditAsync(string folder, string project)
    {
        using var database = BuilderDatabase.Open(new DataFolder(folder));
        using var sessions = new ProjectSessions(database.Folder, new ProjectLog(database), TimeProvider.System, NullLogger<ProjectSessions>.Instance);
        var session = await sessions.OpenAsync(project);
        // A server whose test is gone must not edit for ever.
        _ = Task.Run(() =>
        {
            Console.In.ReadToEnd();
            Environment.Exit(0);
        });
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(window => EditAsync(session, new Random(), $"window {window}")));
    }

    private static async Task EditAsync(ProjectSession session, Random random, string window)
    {
        while (true)
        {
            var id = ShortId.New();
            var answer = random.Next(6) switch
            {
                0 => await session.UndoAsync(id, window),
                1 => await session.RedoAsync(id, window),
                2 => await session.ApplyAsync(new(id, 0, _ => new RenameProject(id), window)),
                3 => await session.ApplyAsync(new(id, 0, d => Remove(d, random, id), window)),
                _ => await session.ApplyAsync(new(id, 0, d => Add(d, id), window)),
            };
            if (answer.Problem is null && answer.Revision > 0)
            {
                lock (Console.Out)
                {
                    Console.Out.Write($"{id} {answer.Revision}\n");
                    Console.Out.Flush();
                }
            }
        }
    }

    private static AddBlock Add(ProjectDocument document, string id) =>
        new(new Block { Id = Ids.Fresh(id, document.Blocks.ContainsKey), Kind = "ReLU", Note = new string('n', 500) });

    private static Edit Remove(ProjectDocument document, Random random, string id) =>
        document.Blocks.Count < 30 ? Add(document, id) : new RemoveBlock(document.Blocks.Keys.ElementAt(random.Next(document.Blocks.Count)));
}
