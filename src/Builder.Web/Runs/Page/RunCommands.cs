using Builder.Graph.Documents;
using Builder.Graph.Edits.Gestures;
using Builder.Storage;
using Builder.Storage.Runs;
using Builder.Web.Runs.Supervision;
using Builder.Web.Sessions;
using Builder.Web.Shell.Parts;

namespace Builder.Web.Runs.Page;

/// <summary>What a person can do with a run.</summary>
public enum RunCommand
{
    /// <summary>Waits after the current batch.</summary>
    Pause,

    /// <summary>Goes on after a pause.</summary>
    GoOn,

    /// <summary>Ends it, or takes it out of the queue.</summary>
    Stop,

    /// <summary>Goes on from the checkpoint.</summary>
    Resume,

    /// <summary>Trains the same document again.</summary>
    Repeat,

    /// <summary>Trains the same document with other random numbers.</summary>
    RepeatOtherSeed,

    /// <summary>Makes the model's learning rates a tenth of what this run had, and trains again.</summary>
    LowerRate,

    /// <summary>Brings its document back.</summary>
    Restore,

    /// <summary>Takes it away; that can be taken back for a while.</summary>
    Delete,
}

/// <summary>Carries out what a person wants done with a run, in one window.</summary>
public sealed class RunCommands(RunSupervisor supervisor, RunStore store, RunTrash trash, Toasts toasts)
{
    /// <summary>Carries it out.</summary>
    /// <returns>A run that was begun by it; otherwise null.</returns>
    public async Task<RunSummary?> CarryOutAsync(RunSummary run, RunCommand command, ProjectSession session)
    {
        ArgumentNullException.ThrowIfNull(run);
        try
        {
            switch (command)
            {
                case RunCommand.Pause: supervisor.Pause(run.Id); break;
                case RunCommand.GoOn: supervisor.GoOn(run.Id); break;
                case RunCommand.Stop: supervisor.Stop(run.Id); break;
                case RunCommand.Resume: await Task.Run(() => supervisor.ResumeAsync(run.Id)); break;
                case RunCommand.Repeat: return await RepeatAsync(run, seed: null);
                case RunCommand.RepeatOtherSeed: return await RepeatAsync(run, Random.Shared.Next(1, int.MaxValue));
                case RunCommand.LowerRate: await LowerRateAsync(run, session); break;
                case RunCommand.Restore: await RestoreAsync(run, session); break;
                case RunCommand.Delete: Delete(run); break;
            }
        }
        catch (StorageException refused)
        {
            toasts.Fail(refused.Words);
        }

        return null;
    }

    private async Task<RunSummary> RepeatAsync(RunSummary run, long? seed)
    {
        var document = await store.DocumentAsync(run.Id);
        var changed = seed is { } number ? TrainerEdits.With(document, "seed", number) : document;
        return await Task.Run(() => supervisor.StartAsync(new RunOrder(run.ProjectId, changed, run.Revision, run.Device ?? Devices.Automatic, RatesOf: run.Id)));
    }

    private async Task LowerRateAsync(RunSummary run, ProjectSession session)
    {
        var trained = await store.DocumentAsync(run.Id);
        var result = await session.ApplyAsync(new Command(
            ShortId.New(), session.Revision, document => LearningRates.Lowered(document, trained), "person"));
        if (result.Problem is { } problem)
        {
            toasts.Fail(problem.Message.Words);
            return;
        }

        toasts.Say(TrainTexts.RateLowered, new ToastAction(TrainTexts.Undo, () => session.UndoAsync(ShortId.New(), "person")));
    }

    private async Task RestoreAsync(RunSummary run, ProjectSession session)
    {
        var target = await store.DocumentAsync(run.Id);
        if (RestoreGestures.Restore(session.Document, target) is Batch { Edits: [] })
        {
            toasts.Say(TrainTexts.RestoredAlready);
            return;
        }

        var result = await session.ApplyAsync(new Command(RestoreIds.ToRun(run.Number), session.Revision, document => RestoreGestures.Restore(document, target), "person"));
        if (result.Problem is { } problem)
        {
            toasts.Fail(problem.Message.Words);
            return;
        }

        toasts.Say(TrainTexts.Restored(TrainTexts.NameOf(run)), new ToastAction(
            TrainTexts.Undo, () => session.UndoAsync(ShortId.New(), "person")));
    }

    private void Delete(RunSummary run)
    {
        trash.Delete(run);
        toasts.Say(TrainTexts.Deleted(TrainTexts.NameOf(run)), new ToastAction(TrainTexts.Undo, () =>
        {
            trash.BringBack(run);
            return Task.CompletedTask;
        }));
    }
}
