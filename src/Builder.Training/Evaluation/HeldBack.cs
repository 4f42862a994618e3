using Builder.Datasets.Preparation;

namespace Builder.Training.Evaluation;

/// <summary>The samples that a model has not learned from.</summary>
public static class HeldBack
{
    /// <summary>The test part, or else the validation part, with its name; null where there is neither.</summary>
    public static (string Part, long[] Starts)? Of(PreparedData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Test.Length > 0 ? ("test", data.Test) : data.Validation.Length > 0 ? ("validation", data.Validation) : null;
    }
}
