using Builder.Datasets;
using Builder.Datasets.Columns;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Storage.Exchange;
using Builder.Storage.Projects;
using Builder.Web.Pictures;
using Builder.Web.Sessions;

namespace Builder.Web.Data.Pictures;

/// <summary>
/// Makes pictures small as soon as they have come into a project, one after the other, so that whoever looks meanwhile finds a turn free, and when no small ones are to be
/// made, looks which cannot be read. Nobody waits for it: what it leaves out is made when somebody looks.
/// </summary>
internal sealed class ThumbnailMaker(
    ThumbnailQueue queue, PictureThumbnails thumbnails, PictureChecker checker, ThumbnailBudget budget, ProjectStore projects, ProjectImport imports, ProjectSessions sessions,
    DataInspections inspections, ILogger<ThumbnailMaker> log) : BackgroundService
{
    // Each of them may have cost the process that others wait for as well.
    private const int MostFailures = 3;

    private readonly Lock _gate = new();
    private Work? _current;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        projects.Marked += CallOff;
        imports.Imported += AddAll;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        projects.Marked -= CallOff;
        imports.Imported -= AddAll;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Small pictures are looked at now, so they come first; projects whose pictures are gone through take turns.
        var waiting = new Queue<ThumbnailOrder>();
        while (waiting.Count > 0 || await queue.Orders.WaitToReadAsync(stoppingToken))
        {
            stoppingToken.ThrowIfCancellationRequested();
            if (queue.Orders.TryRead(out var order))
            {
                if (await DoAsync(order, work => MakeAsync(order, work), stoppingToken))
                {
                    waiting.Enqueue(order);
                }
            }
            else if (waiting.TryDequeue(out var next) && await DoAsync(next, work => CheckAsync(next, work), stoppingToken))
            {
                waiting.Enqueue(next);
            }
        }
    }

    private void AddAll(string projectId) => queue.Add(projectId);

    /// <summary>Nothing is written for a project any more once this is back, so that its folder can go.</summary>
    private void CallOff(string projectId)
    {
        lock (_gate)
        {
            if (_current is { } work && work.ProjectId == projectId)
            {
                work.Cancel();
            }
        }
    }

    /// <returns>What the work says; false where it could not be done.</returns>
    private async Task<bool> DoAsync(ThumbnailOrder order, Func<Work, Task<bool>> make, CancellationToken stop)
    {
        using var work = new Work(order.ProjectId, stop);
        Begin(work);
        try
        {
            return await projects.FindAsync(order.ProjectId, work.Token) is not null && await make(work);
        }
        catch (OperationCanceledException)
        {
            // The project or the server goes.
        }
        catch (Exception problem) when (problem is BuilderException or IOException or UnauthorizedAccessException)
        {
            // Whoever looks at the data is told in words; here stands no name of anybody's file.
            ThumbnailLog.NotMade(log, order.ProjectId, problem is BuilderException known ? known.Code : problem.GetType().Name);
        }
        catch (Exception error)
        {
            Background.NotDone(log, "make the small pictures of a project", error);
        }
        finally
        {
            Begin(null);
        }

        return false;
    }

    private void Begin(Work? work)
    {
        lock (_gate)
        {
            _current = work;
        }
    }

    private async Task<bool> MakeAsync(ThumbnailOrder order, Work work)
    {
        var session = await sessions.OpenAsync(order.ProjectId, work.Token);
        var left = ThumbnailPlace.MostVersions;
        foreach (var id in SetsOf(order, session))
        {
            if (left > 0 && await OfSetAsync(session, id, work))
            {
                left--;
            }
        }

        return true;
    }

    /// <returns>True where pictures are left that nobody has looked at.</returns>
    private async Task<bool> CheckAsync(ThumbnailOrder order, Work work)
    {
        var session = await sessions.OpenAsync(order.ProjectId, work.Token);
        var isMore = false;
        foreach (var id in SetsOf(order, session).Take(ThumbnailPlace.MostVersions))
        {
            if (session.Document.Data.GetValueOrDefault(id)?.Source is PicturesSource source)
            {
                var table = (await inspections.OfAsync(session.Folder, source, changes: null, work.Token)).Table;
                isMore |= await checker.StepAsync(session.Folder, source, table, keep => Keep(work, keep), work.Token);
            }
        }

        return isMore;
    }

    private static string[] SetsOf(ThumbnailOrder order, ProjectSession session) => order.DataSet is { } one ? [one] : [.. session.Document.Data.Keys];

    private void Keep(Work work, Action keep)
    {
        lock (_gate)
        {
            work.Token.ThrowIfCancellationRequested();
            keep();
        }
    }

    /// <returns>False where there are no pictures.</returns>
    private async Task<bool> OfSetAsync(ProjectSession session, string id, Work work)
    {
        if (session.Document.Data.GetValueOrDefault(id)?.Source is not { } source)
        {
            return false;
        }

        var table = (await inspections.OfAsync(session.Folder, source, changes: null, work.Token)).Table;
        if (!table.Columns.OfType<PictureColumn>().Any())
        {
            return false;
        }

        // Whoever listens keeps the project open, so that what it says of its data is how they are.
        void Listen(SessionChange change)
        {
        }

        session.Changed += Listen;
        try
        {
            await OfRowsAsync(session, source, table, () => Equals(session.Document.Data.GetValueOrDefault(id)?.Source, source), work);
        }
        finally
        {
            session.Changed -= Listen;
        }

        return true;
    }

    private async Task OfRowsAsync(ProjectSession session, DataSource source, RawTable table, Func<bool> isWanted, Work work)
    {
        var (made, unreadable, failures, bytes) = (0, 0, 0, 0L);
        foreach (var row in PictureClasses.InTurn(table).Take(budget.Pictures))
        {
            if (!isWanted() || failures == MostFailures)
            {
                break;
            }

            try
            {
                if (await OfRowAsync(new(session.Folder, source, table.Fingerprint, row), budget.Bytes - bytes, work) is not { } taken)
                {
                    break;
                }

                (made, bytes) = (made + 1, bytes + taken);
            }
            catch (DataException problem)
            {
                (unreadable, failures) = (unreadable + 1, failures + (PictureFailures.IsOfTheProgram(problem) ? 1 : 0));
            }
        }

        ThumbnailLog.Made(log, session.Id, made, unreadable);
    }

    /// <returns>The bytes that it takes on the disk; null where there is no room for it.</returns>
    private async Task<long?> OfRowAsync(ThumbnailPlace place, long room, Work work)
    {
        if (place.Length is { } there)
        {
            return there <= room ? there : null;
        }

        if (await thumbnails.DrawAsync(place, work.Token) is not { } png)
        {
            return 0;
        }

        lock (_gate)
        {
            work.Token.ThrowIfCancellationRequested();
            return png.Length <= room && place.Keep(png) ? png.Length : null;
        }
    }

    /// <summary>The project at which it is.</summary>
    private sealed class Work(string projectId, CancellationToken stop) : IDisposable
    {
        private readonly CancellationTokenSource _gone = CancellationTokenSource.CreateLinkedTokenSource(stop);

        public string ProjectId => projectId;

        public CancellationToken Token => _gone.Token;

        public void Cancel() => _gone.Cancel();

        public void Dispose() => _gone.Dispose();
    }
}

/// <summary>What goes to the log about small pictures; never names of files or what is in them.</summary>
internal static partial class ThumbnailLog
{
    [LoggerMessage(EventId = 4101, Level = LogLevel.Information, Message = "{Made} small pictures of project {ProjectId} are there; {Unreadable} pictures could not be read.")]
    public static partial void Made(ILogger log, string projectId, int made, int unreadable);

    [LoggerMessage(EventId = 4102, Level = LogLevel.Information, Message = "The small pictures of project {ProjectId} wait until somebody looks: {Code}.")]
    public static partial void NotMade(ILogger log, string projectId, string code);
}
