namespace Builder.Training.Rivals.Methods;

/// <summary>
/// Minimises a smooth function by limited-memory BFGS with halved steps. Source: Nocedal and Wright, Numerical Optimization, 2nd edition, algorithms 3.1, 7.4 and 7.5.
/// </summary>
public static class Lbfgs
{
    private const int Memory = 10;
    private const int MostHalvings = 25;
    private const double SufficientDecrease = 1e-4;

    /// <summary>The place of the minimum, as near as the steps come.</summary>
    /// <param name="objective">The value and the gradient at a place.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="mostSteps">Steps at most.</param>
    /// <param name="tolerance">It ends where no part of the gradient is larger.</param>
    /// <param name="leave">Ends the work between two steps.</param>
    public static double[] Minimize(Func<double[], (double Value, double[] Gradient)> objective, double[] start, int mostSteps, double tolerance, CancellationToken leave)
    {
        ArgumentNullException.ThrowIfNull(objective);
        var (place, history) = (start, new List<(double[] Step, double[] Change)>());
        var (value, gradient) = objective(place);
        for (var steps = 0; steps < mostSteps && gradient.Max(Math.Abs) > tolerance; steps++)
        {
            leave.ThrowIfCancellationRequested();
            var direction = Direction(gradient, history);
            if (Dot(gradient, direction) >= 0)
            {
                history.Clear();
                direction = [.. gradient.Select(g => -g)];
            }

            var size = history.Count == 0 ? Math.Min(1, 1 / Math.Sqrt(Dot(gradient, gradient))) : 1;
            if (Walk(objective, place, value, Dot(gradient, direction), direction, size) is not { } next)
            {
                break;
            }

            var (step, change) = (Difference(next.Place, place), Difference(next.Gradient, gradient));
            if (Dot(step, change) > 1e-12)
            {
                history.Add((step, change));
                history.RemoveRange(0, Math.Max(0, history.Count - Memory));
            }

            (place, value, gradient) = next;
        }

        return place;
    }

    private static (double[] Place, double Value, double[] Gradient)? Walk(
        Func<double[], (double Value, double[] Gradient)> objective, double[] place, double value, double slope, double[] direction, double size)
    {
        for (var halvings = 0; halvings < MostHalvings; halvings++, size /= 2)
        {
            double[] next = [.. place.Select((p, i) => p + (size * direction[i]))];
            var (reached, gradient) = objective(next);
            if (reached <= value + (SufficientDecrease * size * slope))
            {
                return (next, reached, gradient);
            }
        }

        return null;
    }

    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change)> history)
    {
        double[] q = [.. gradient];
        var alphas = new double[history.Count];
        for (var i = history.Count - 1; i >= 0; i--)
        {
            var (step, change) = history[i];
            alphas[i] = Dot(step, q) / Dot(step, change);
            Add(q, -alphas[i], change);
        }

        if (history.Count > 0)
        {
            var (step, change) = history[^1];
            var scale = Dot(step, change) / Dot(change, change);
            q = [.. q.Select(v => v * scale)];
        }

        for (var i = 0; i < history.Count; i++)
        {
            var (step, change) = history[i];
            Add(q, alphas[i] - (Dot(change, q) / Dot(step, change)), step);
        }

        return [.. q.Select(v => -v)];
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double[] Difference(double[] a, double[] b) => [.. a.Select((v, i) => v - b[i])];

    private static void Add(double[] to, double factor, double[] what)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += factor * what[i];
        }
    }
}
