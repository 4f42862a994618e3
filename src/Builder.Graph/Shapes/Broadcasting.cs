namespace Builder.Graph.Shapes;

/// <summary>PyTorch's rule for arithmetic on tensors of different shapes. https://pytorch.org/docs/stable/notes/broadcasting.html</summary>
public static class Broadcasting
{
    /// <summary>
    /// The common shape: aligned at the end, each pair of sizes must be equal or one of them 1. Null where that is not so. A symbol only
    /// goes with itself and with 1.
    /// </summary>
    public static Shape? Of(Shape left, Shape right)
    {
        var (longer, shorter) = left.Rank >= right.Rank ? (left, right) : (right, left);
        var result = longer;
        for (var i = 1; i <= shorter.Rank; i++)
        {
            if (Common(longer[-i], shorter[-i]) is not { } dim)
            {
                return null;
            }

            result = result.With(-i, dim);
        }

        return result;
    }

    /// <summary>True where the second shape is known to differ from the first in its last size and in nothing else; the samples do not count.</summary>
    public static bool DiffersLast(Shape shape, Shape wanted) => DiffersOnly(shape, wanted, -1);

    /// <summary>The same for another size than the last.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="wanted">The other one.</param>
    /// <param name="dim">Which size; below 0 counted from the last.</param>
    public static bool DiffersOnly(Shape shape, Shape wanted, int dim) =>
        shape.Rank == wanted.Rank && shape.Rank > 1 && wanted[dim].IsKnown && shape[dim] != wanted[dim] && shape.With(dim, wanted[dim]).Equals(wanted);

    private static Dim? Common(Dim left, Dim right) =>
        left == right || right == 1 ? left : left == 1 ? right : null;
}
