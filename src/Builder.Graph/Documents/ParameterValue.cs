using System.Collections.Immutable;

namespace Builder.Graph.Documents;

/// <summary>The value of one block parameter. Values compare by content, so an edit that changes nothing can be seen to do so.</summary>
public abstract record ParameterValue
{
    private ParameterValue()
    {
    }

    /// <summary>A whole number.</summary>
    public static implicit operator ParameterValue(long value) => new Integer(value);

    /// <summary>A real number.</summary>
    public static implicit operator ParameterValue(double value) => new Number(value);

    /// <summary>Yes or no.</summary>
    public static implicit operator ParameterValue(bool value) => new Flag(value);

    /// <summary>A text, a choice, or the name of something.</summary>
    public static implicit operator ParameterValue(string value) => new Text(value);

    /// <summary>A list of whole numbers, such as a kernel size.</summary>
    public static ParameterValue Of(params ReadOnlySpan<long> values) =>
        new List([.. values.ToArray().Select(v => (ParameterValue)v)]);

    /// <summary>A list of real numbers, such as class weights.</summary>
    public static ParameterValue Of(params ReadOnlySpan<double> values) =>
        new List([.. values.ToArray().Select(v => (ParameterValue)v)]);

    /// <summary>A list of texts, such as column names.</summary>
    public static ParameterValue Of(params ReadOnlySpan<string> values) =>
        new List([.. values.ToArray().Select(v => (ParameterValue)v)]);

    /// <summary>A whole number.</summary>
    public sealed record Integer(long Value) : ParameterValue;

    /// <summary>A real number; never NaN or infinite in a document.</summary>
    public sealed record Number(double Value) : ParameterValue;

    /// <summary>Yes or no.</summary>
    public sealed record Flag(bool Value) : ParameterValue;

    /// <summary>A text, a choice, or the name of something.</summary>
    public sealed record Text(string Value) : ParameterValue;

    /// <summary>An ordered list of values.</summary>
    public sealed record List(ImmutableArray<ParameterValue> Items) : ParameterValue
    {
        /// <inheritdoc/>
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Aggregate(17, HashCode.Combine);
    }
}
