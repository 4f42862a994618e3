using Builder.Files;
using Builder.Graph.Json;
using Builder.Protocol.Evaluations;
using Builder.Protocol.Messages;
using Builder.Runner.Tests.Examples;
using Builder.Training.Importances;
using Builder.Training.Loop;
using Builder.Training.Runs;
using Builder.Training.Tests.Formats;

namespace Builder.Training.Tests.Importances;

public sealed class RunImportanceTests : IDisposable
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();

    private RunFolder Run => new(Path.Combine(_folder.Path, "run"));

    [Fact]
    public void It_is_the_same_at_the_end_of_a_run_and_at_any_later_time()
    {
        var atEnd = Train();

        Assert.Equal(atEnd.ToJson(), RunImportance.Measure(Run, _folder.Path, DeviceChoice.Cpu, 1, Budget).ToJson());
        Assert.Equal(["a", "b"], atEnd.Columns.Select(c => c.Columns[0]).Order());
    }

    [Fact]
    public void With_other_data_nobody_knows_which_rows_were_held_back()
    {
        Train();
        File.AppendAllText(Path.Combine(_folder.Path, "data.csv"), "0.5,3,even\n");

        Assert.Equal(
            TrainingMessages.ImportanceDataChanged.Code,
            Assert.Throws<TrainingException>(() => RunImportance.Measure(Run, _folder.Path, DeviceChoice.Cpu, 1, Budget)).Code);
    }

    public void Dispose() => _folder.Dispose();

    // The model is called finished before it is measured.
    private PermutationImportance Train()
    {
        TableProject.Write(_folder.Path);
        PermutationImportance? measured = null;
        var isFinished = false;
        TrainingRun.Execute(new RunRequest
        {
            Document = ProjectJson.Read(File.ReadAllBytes(Path.Combine(_folder.Path, "project.json"))),
            ProjectFolder = _folder.Path,
            Folder = Run,
            Device = DeviceChoice.Cpu,
            Threads = 1,
            Observer = happened => isFinished |= happened is RunFinished,
            AfterEnd = model =>
            {
                Assert.True(isFinished);
                measured = new ImportanceMeasurement(model.Session, model.Evaluator, model.Session.Data.Fitted, Budget).Measure();
            },
        });
        return measured!;
    }
}
