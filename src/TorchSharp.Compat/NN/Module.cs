using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network that owns parameters by name. Disposing it disposes them.</summary>
        public class Module : IDisposable
        {
            private readonly List<(string Name, Parameter Parameter)> _parameters = [];
            private Tensor[]? _inOrder;

            private protected Module()
            {
            }

            /// <summary>The parameters in the order of their registration.</summary>
            internal Tensor[] ParametersInOrder => _inOrder ??= [.. _parameters.Select(entry => (Tensor)entry.Parameter)];

            public bool training { get; private set; } = true;

            public virtual void train(bool train = true) => training = train;

            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) => _parameters;

            /// <summary>The parameter of that name, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                _parameters.Find(entry => entry.Name == target).Parameter;

            public virtual void register_parameter(string name, Parameter param)
            {
                ArgumentNullException.ThrowIfNull(param);
                param.DetachFromDisposeScope();
                _inOrder = null;
                var at = _parameters.FindIndex(entry => entry.Name == name);
                if (at < 0)
                {
                    _parameters.Add((name, param));
                }
                else
                {
                    _parameters[at] = (name, param);
                }
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (disposing)
                {
                    _parameters.ForEach(entry => entry.Parameter.Dispose());
                }
            }
        }

        /// <summary>A module of one input.</summary>
        public abstract class Module<T, TResult> : Module
        {
            private protected Module()
            {
            }

            public abstract TResult forward(T input);
        }

        /// <summary>A module of two inputs.</summary>
        public abstract class Module<T1, T2, TResult> : Module
        {
            private protected Module()
            {
            }

            public abstract TResult forward(T1 input1, T2 input2);
        }
    }
}
