using System.Collections.Frozen;
using Builder.Graph.Catalog;

namespace Builder.Training.Schedules;

/// <summary>Builds the schedule of a block.</summary>
public static class ScheduleFactory
{
    private static readonly FrozenDictionary<string, Func<BlockInstance, Schedule>> Constructors =
        new Dictionary<string, Func<BlockInstance, Schedule>>(StringComparer.Ordinal)
        {
            ["ConstantLR"] = options => new ConstantLR(options),
            ["StepLR"] = options => new StepLR(options),
            ["ExponentialLR"] = options => new ExponentialLR(options),
            ["CosineAnnealingLR"] = options => new CosineAnnealingLR(options),
            ["LinearWarmup"] = options => new LinearWarmup(options),
            ["OneCycleLR"] = options => new OneCycleLR(options),
            ["ReduceLROnPlateau"] = options => new ReduceLROnPlateau(options),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Ids of all schedule kinds.</summary>
    public static IReadOnlyCollection<string> Kinds => Constructors.Keys;

    /// <summary>A schedule at its beginning.</summary>
    public static Schedule Create(BlockInstance options) => Constructors[options.Kind.Id](options);
}
