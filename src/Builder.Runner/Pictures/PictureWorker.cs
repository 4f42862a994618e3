using System.Text.Json;
using Builder.Datasets;
using Builder.Datasets.Checks;
using Builder.Datasets.Columns;
using Builder.Datasets.Import;
using Builder.Datasets.Pictures;
using Builder.Datasets.Preparation;
using Builder.Datasets.Profiles;
using Builder.Graph.Data;
using Builder.Graph.Messages;
using Builder.Protocol;
using Builder.Protocol.Messages;
using Builder.Runner.Serving;

namespace Builder.Runner.Pictures;

/// <summary>
/// A process that opens pictures and tables for a server: they come from anybody, and what one of them does to a decoder or to memory ends this process
/// and nothing else. It never loads libtorch, so that it is there at once, and ends when its input does.
/// </summary>
public sealed class PictureWorker(EventStream events) : IDisposable
{
    /// <summary>The word on the command line.</summary>
    public const string Command = "pictures";

    private const int AtOnce = 2;

    private readonly SemaphoreSlim _turns = new(AtOnce);
    private readonly PixelBudget _budget = new();
    private RowPictures? _rows;

    /// <summary>Works until standard input ends; the exit code.</summary>
    public static int Run()
    {
        RunnerServer.EndWithServer();

        // What a library prints must not get between the events.
        var output = System.Console.OpenStandardOutput();
        System.Console.SetOut(TextWriter.Null);
        using var events = new EventStream(output);
        using var worker = new PictureWorker(events);
        worker.Serve(System.Console.OpenStandardInput());
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private void Serve(Stream commands)
    {
        _rows = new(_budget);
        events.Send(new RunEvent.Ready(RunEvent.ProtocolVersion, Environment.ProcessId));
        using var lines = new StreamReader(commands);
        while (lines.ReadLine() is { } line && Read(line) is not RunnerCommand.Shutdown and var command)
        {
            if (command is RunnerCommand.IPictureTask task)
            {
                ThreadPool.QueueUserWorkItem(_ => Answer(task));
            }
        }
    }

    private static RunnerCommand? Read(string line)
    {
        try
        {
            return RunnerCommandJson.Read(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private void Answer(RunnerCommand.IPictureTask task)
    {
        _turns.Wait();
        try
        {
            events.Send(Do(task));
        }
        catch (DataException problem)
        {
            Fail(task, problem.Reason, problem.Code);
        }
        catch (OutOfMemoryException)
        {
            Fail(task, (IsOfTable(task) ? RunnerMessages.TableMemory : RunnerMessages.PictureMemory).With());
        }
        catch (Exception cause)
        {
            // Whatever a picture does to a decoder costs that picture and no other, and so with tables.
            Fail(task, (task is RunnerCommand.ReadTable ? RunnerMessages.TableUnreadable : RunnerMessages.PictureUnreadable).With(("name", cause.GetType().Name)));
        }
        finally
        {
            _turns.Release();
        }
    }

    private RunEvent Do(RunnerCommand.IPictureTask task) => task switch
    {
        RunnerCommand.Thumbnail thumbnail => new RunEvent.PictureDone(task.Id, _rows!.Thumbnail(thumbnail)),
        RunnerCommand.CheckRows rows => _rows!.Check(rows),
        RunnerCommand.LookAtPictures look => new RunEvent.PicturesSeen(task.Id, PictureLook.At(look.Files, _budget)),
        RunnerCommand.FindCopies copies => Find(copies),
        RunnerCommand.CheckPicture check => Check(check),
        RunnerCommand.PrepareDrawing drawing => Prepare(drawing),
        RunnerCommand.ReadSchema schema => new RunEvent.SchemaRead(task.Id, DataPreparation.Try(schema.DataSet.Deserialize<DataSet>(DataJson.Options)!, schema.Project, []).Schema),
        RunnerCommand.ReadTable table => Read(table),
        _ => throw new NotSupportedException(task.GetType().Name),
    };

    private static RunEvent.TableRead Read(RunnerCommand.ReadTable task)
    {
        var read = SourceInspection.Keep((TableSource)task.Source.Deserialize<DataSource>(DataJson.Options)!, task.Folder);
        return new(task.Id, JsonSerializer.SerializeToElement<DataSource>(read, DataJson.Options));
    }

    private static bool IsOfTable(RunnerCommand.IPictureTask task) =>
        task is RunnerCommand.ReadTable || (task is RunnerCommand.ReadSchema schema && schema.DataSet.Deserialize<DataSet>(DataJson.Options)!.Source is TableSource);

    private RunEvent.CopiesFound Find(RunnerCommand.FindCopies task)
    {
        var set = new DataSet { Id = "pictures", Source = task.Source.Deserialize<DataSource>(DataJson.Options)! };
        var found = DataImport.Read(set, task.Project).Columns.OfType<PictureColumn>().FirstOrDefault() is { } pictures
            ? PictureCopies.Find(pictures, TimeSpan.FromSeconds(task.Seconds), _budget.With<PictureSketch?>) : PictureCopies.None;
        return new(task.Id, found.Groups, found.Compared, found.All);
    }

    private RunEvent.PictureDone Check(RunnerCommand.CheckPicture task)
    {
        Opened(task.Name, task.File, bytes => PictureFile.Decode(task.Name, bytes));
        return new(task.Id);
    }

    private RunEvent.PictureDone Prepare(RunnerCommand.PrepareDrawing task) =>
        new(task.Id, Opened("drawing.png", task.File, bytes => DrawnPicture.Prepare(bytes, task.Hint)));

    private byte[]? Opened(string name, string file, Func<byte[], byte[]?> decode)
    {
        var bytes = PictureFile.ReadBytes(name, file);
        using var header = new MemoryStream(bytes, writable: false);
        return _budget.With(PictureFile.ReadSize(name, header), () => decode(bytes));
    }

    private void Fail(RunnerCommand.IPictureTask task, Message reason, string? code = null) =>
        events.Send(new RunEvent.PictureFailed(task.Id, code ?? reason.Kind, reason));
}
