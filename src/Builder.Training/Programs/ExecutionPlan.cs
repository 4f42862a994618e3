using System.Runtime.InteropServices;
using Builder.Graph.Analysis;
using Builder.Training.Layers;
using static TorchSharp.torch;

namespace Builder.Training.Programs;

/// <summary>Brings in the values of nodes that compute nothing: data inputs and targets.</summary>
public interface IBatchSource
{
    /// <summary>The values of a node for the current batch.</summary>
    Tensor Get(FlatNode node);
}

/// <summary>
/// The steps that compute certain outputs, in order. One plan belongs to one thread: it reuses its argument arrays so that a step of
/// training allocates next to nothing on the managed side.
/// </summary>
public sealed class ExecutionPlan
{
    private readonly Step[] _steps;
    private readonly Tensor?[] _values;
    private readonly int[] _firstSlot;

    internal ExecutionPlan(TrainingProgram program, IEnumerable<FlatSource> wanted)
    {
        var needed = GraphWalk.Upstream(program.Graph, wanted.Select(source => source.Node));
        _firstSlot = new int[program.Graph.Nodes.Length];
        var steps = new List<Step>();
        var slots = 0;
        foreach (var node in program.Graph.Nodes.Where(n => needed.Contains(n.Index)))
        {
            _firstSlot[node.Index] = slots;
            steps.Add(new Step(node, program.LayerOf(node), slots, InputSlots(node)));
            slots += node.Outputs.Length;
        }

        _steps = [.. steps];
        _values = new Tensor?[slots];
    }

    /// <summary>The nodes of the plan in order.</summary>
    public IEnumerable<FlatNode> Nodes => _steps.Select(step => step.Node);

    /// <summary>Computes one batch. The tensors belong to the caller's dispose scope.</summary>
    /// <exception cref="TrainingException">A block fails, for example because memory runs out; the words name it.</exception>
    public void Run(IBatchSource feed, ForwardContext pass)
    {
        foreach (var step in _steps)
        {
            try
            {
                RunStep(step, feed, pass);
            }
            catch (ExternalException native)
            {
                throw NativeFailure.Explain(native, step.Node);
            }
        }
    }

    /// <summary>An output of the latest run.</summary>
    public Tensor this[FlatSource source] => _values[_firstSlot[source.Node] + source.Output]!;

    private void RunStep(in Step step, IBatchSource feed, ForwardContext pass)
    {
        if (step.Layer is null)
        {
            _values[step.FirstSlot] = feed.Get(step.Node);
            return;
        }

        for (var i = 0; i < step.InputSlots.Length; i++)
        {
            step.Arguments[i] = step.InputSlots[i] < 0 ? null : _values[step.InputSlots[i]];
        }

        var outputs = step.Layer.Forward(step.Arguments, pass);
        for (var i = 0; i < outputs.Length; i++)
        {
            _values[step.FirstSlot + i] = outputs[i];
        }
    }

    private int[] InputSlots(FlatNode node) =>
    [
        .. node.Inputs.SelectMany((links, port) => links.IsEmpty && !node.Kind.Inputs[port].Variadic
            ? [-1]
            : links.Select(source => _firstSlot[source.Node] + source.Output)),
    ];

    private readonly struct Step(FlatNode node, Layer? layer, int firstSlot, int[] inputSlots)
    {
        public FlatNode Node { get; } = node;

        public Layer? Layer { get; } = layer;

        public int FirstSlot { get; } = firstSlot;

        public int[] InputSlots { get; } = inputSlots;

        public Tensor?[] Arguments { get; } = new Tensor?[inputSlots.Length];
    }
}
